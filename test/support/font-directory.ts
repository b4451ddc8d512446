import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FONT_FILES } from '../../functions/papers/font-files.ts';

/** A directory with the fonts of printed papers, as a deployed function has one; linked, not copied: they are 35 MB. */
export function makeFontDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'banli-fonts-'));
  const packages = join(import.meta.dirname, '../../node_modules');
  for (const { name, source } of FONT_FILES) symlinkSync(join(packages, source), join(directory, name));
  return directory;
}
