import { writeFileSync } from 'node:fs';
import { bundleVerifier, VERIFIER_FILE } from './bundle.ts';

// `npm run verifier`: writes the verifier as one file into the current folder.
writeFileSync(VERIFIER_FILE, await bundleVerifier());
console.log(`✔ ${VERIFIER_FILE}`);
