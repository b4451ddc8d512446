/**
 * Verifies what the hall gave out, with nothing but Node and the published keys: `npm run verify -- <file…>`, or
 * `node banli-verify.mjs <file…>` in a plain folder. Exit code 0: everything holds; 1: something does not; 2: nothing was verified.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { verifyFiles } from '../functions/domain/proof/verify-files.ts';
import { nodeVerifying } from './verifier/node-verifying.ts';
import { linesOf } from './verifier/report.ts';

const USAGE = `Name the files to verify, the published keys (…/public/keys) among them:
  node banli-verify.mjs keys.json receipt.json
  node banli-verify.mjs keys.json 2026-03-02.json 2026-03-02.leaves.json record.json licence.pdf
The text of a certificate's QR code can be given in a text file.`;

const names = process.argv.slice(2);
const unread = names.filter((name) => name !== '--help' && !existsSync(name));
if (names.includes('--help')) console.log(USAGE);
else if (names.length === 0 || unread.length > 0) {
  console.error(unread.length > 0 ? `✖ There is no file ${unread.join(', ')}` : USAGE);
  process.exitCode = 2;
} else {
  const files = names.map((name) => ({ name: basename(name), bytes: new Uint8Array(readFileSync(name)) }));
  const reports = verifyFiles(files, nodeVerifying);
  for (const line of reports.flatMap(linesOf)) console.log(line);
  process.exitCode = reports.every(({ findings }) => findings.length === 0) ? 0 : 1;
}
