import { join } from 'node:path';

/** The repository's root; everything the local cloud makes lies below `.local` in it. */
export const root = join(import.meta.dirname, '..');

/** `.local/…`, ignored by git and safe to delete. */
export function localPath(...parts: readonly string[]): string {
  return join(root, '.local', ...parts);
}
