/** Writes the verifier as one file that needs Node alone into the current folder: `npm run verifier`. */
import { writeFileSync } from 'node:fs';
import { beginCommand } from '../command.ts';
import { bundleVerifier, VERIFIER_FILE } from './bundle.ts';

beginCommand();
writeFileSync(VERIFIER_FILE, await bundleVerifier());
console.log(`✔ ${VERIFIER_FILE}`);
