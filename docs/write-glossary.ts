import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// `npm run glossary`: writes the tables of the words people see into docs/glossary.md; its terms are kept by hand.
const ROOT = join(import.meta.dirname, '..');
const PAGE = join(ROOT, 'docs/glossary.md');

const GROUPS: Readonly<Record<string, string>> = {
  phase: 'Phases',
  status: 'Statuses',
  outcome: 'Outcomes',
  role: 'Roles',
  verdict: 'Verdicts on a document',
  command: 'Commands',
};

/** The glossary with its terms as they stand, and the tables as the words are now. */
export function glossary(): string {
  const [terms = ''] = readFileSync(PAGE, 'utf8').split('\n## Phases');
  return [
    terms.trimEnd(),
    ...Object.entries(GROUPS).flatMap(([group, heading]) => tableOf(group, heading)),
    '',
  ].join('\n');
}

function tableOf(group: string, heading: string): readonly string[] {
  const [en, hant, hans] = ['en', 'zh-Hant', 'zh-Hans'].map(words);
  const ids = Object.keys(en ?? {}).filter((id) => id.startsWith(`${group}.`) && id.split('.').length === 2);
  const rows = ids.sort().map((id) => `| \`${id}\` | ${en?.[id]} | ${hant?.[id]} | ${hans?.[id]} |`);
  return ['', `## ${heading}`, '', '| Code | English | 繁體 | 简体 |', '|---|---|---|---|', ...rows];
}

function words(language: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(ROOT, `functions/words/${language}.json`), 'utf8'));
}

if (import.meta.main) writeFileSync(PAGE, glossary());
