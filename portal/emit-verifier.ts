import type { Plugin } from 'vite';
import { bundleVerifier, VERIFIER_FILE } from '../operations/verifier/bundle.ts';

/** Puts the verifier beside the pages, as one file to download. */
export function emitVerifier(): Plugin {
  return {
    name: 'banli-emit-verifier',
    apply: 'build',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: VERIFIER_FILE, source: await bundleVerifier() });
    },
  };
}
