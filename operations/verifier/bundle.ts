import { join } from 'node:path';
import { build } from 'esbuild';

/** The name under which the verifier can be downloaded beside the pages. */
export const VERIFIER_FILE = 'banli-verify.mjs';

/** The verifier as one file that needs Node alone. */
export async function bundleVerifier(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../verify.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    charset: 'utf8',
    // Readable on purpose: who is to trust it may want to read it.
    minify: false,
    legalComments: 'inline',
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}
