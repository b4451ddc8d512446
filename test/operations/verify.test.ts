import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { keySetOf } from '../../functions/domain/proof/key-set.ts';
import { canonicalOf } from '../../functions/domain/proof/signed.ts';
import { bundleVerifier, VERIFIER_FILE } from '../../operations/verifier/bundle.ts';
import { digestOver, hashesOf, makeSigningKey } from '../support/given/proof.ts';

const folder = mkdtempSync(join(tmpdir(), 'banli-verify-'));
const key = makeSigningKey();

beforeAll(async () => {
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
  put(VERIFIER_FILE, await bundleVerifier());
  put('keys.json', canonicalOf(keySetOf([key.published])));
  put('2026-03-02.json', canonicalOf(key.detached(digestOver(hashesOf(5)))));
});

/** Runs the one file as an outsider would: in a folder with nothing else, with no setting of ours. */
async function verify(...names: readonly string[]) {
  const run = promisify(execFile)(process.execPath, [VERIFIER_FILE, ...names], { cwd: folder, env: {} });
  return run.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      said: error.stdout + error.stderr,
    }),
  );
}

test('[R37] the one file verifies in a plain folder with Node and the published keys only', async () => {
  const { code, said } = await verify('keys.json', '2026-03-02.json');
  expect(said).toContain('✔ 2026-03-02.json (digest)');
  expect(code).toBe(0);
});

test('[R37] it names what is wrong, and its exit code says that something is', async () => {
  const text = readFileSync(join(folder, '2026-03-02.json'), 'utf8');
  writeFileSync(join(folder, 'changed.json'), text.replace('"size":5', '"size":6'));
  const { code, said } = await verify('keys.json', 'changed.json');
  expect(said).toContain('[signature-wrong]');
  expect(said).toContain('[counts-differ]');
  expect(code).toBe(1);
});

test('without files it says how it is used', async () => {
  const { code, said } = await verify();
  expect(said).toContain('keys.json');
  expect(code).toBe(2);
});
