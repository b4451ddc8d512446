import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import mjml2html from 'mjml';

const FUNCTIONS = join(import.meta.dirname, '..');

/** What a paper is drawn in, and the module that functions import: a bundle has no files beside it to read. */
export const DRAWN_PAPERS = [
  { drawn: 'papers/mail.mjml', module: 'papers/mail-skeleton.gen.ts', name: 'MAIL_SKELETON', make: fromMjml },
  {
    drawn: 'adapters/typst/business-licence.typ',
    module: 'adapters/typst/business-licence.gen.ts',
    name: 'BUSINESS_LICENCE',
    make: asItIs,
  },
] as const;

/** The text of a module that holds the paper as it is filled. */
export async function makeModule({ drawn, name, make }: (typeof DRAWN_PAPERS)[number]): Promise<string> {
  const text = await make(await readFile(join(FUNCTIONS, drawn), 'utf8'));
  const from = drawn.slice(drawn.lastIndexOf('/') + 1);
  return `// Made from ${from} by \`npm run build:papers\`: change that file, then run it.\nexport const ${name} = ${JSON.stringify(text)};\n`;
}

/** MJML takes half a second to start, so it never runs in a function. */
async function fromMjml(source: string): Promise<string> {
  const { html } = await mjml2html(source, { validationLevel: 'strict', keepComments: false, fonts: {} });
  return html;
}

async function asItIs(source: string): Promise<string> {
  return source;
}

if (process.argv[1] === import.meta.filename) {
  for (const paper of DRAWN_PAPERS) await writeFile(join(FUNCTIONS, paper.module), await makeModule(paper));
}
