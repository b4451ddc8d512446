import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import mjml2html from 'mjml';

const GENERATED = join(import.meta.dirname, 'mail-skeleton.gen.ts');

/** The mail's skeleton as HTML with the places to be filled; MJML takes half a second to start, so never in a function. */
export async function buildMailSkeleton(): Promise<string> {
  const source = await readFile(join(import.meta.dirname, 'mail.mjml'), 'utf8');
  const { html } = await mjml2html(source, { validationLevel: 'strict', keepComments: false, fonts: {} });
  return `// Made from mail.mjml by build-mail.ts: change that file, then run it.\nexport const MAIL_SKELETON = ${JSON.stringify(html)};\n`;
}

if (process.argv[1] === import.meta.filename) await writeFile(GENERATED, await buildMailSkeleton());
