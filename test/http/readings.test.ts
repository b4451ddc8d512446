import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../local/places.ts';

const api = join(root, 'functions/api');

/** Routes that open a record without putting a reading on it, and why nobody read anything by them. */
const NOTHING_IS_READ: Readonly<Record<string, string>> = {
  'applications/list-readers.ts': 'answers the readings themselves',
  'applications/save-draft.ts': 'answers the number of the working copy that was kept',
  'archive/read-list.ts': 'a list of records to be destroyed; its grounds are the archivist’s own words',
  'files/confirm-upload.ts': 'answers the number of the version that notes the file',
  'files/offer-upload.ts': 'answers a form to upload with',
  'operations/drills.ts': 'a drill is about no person',
  'operations/findings.ts': 'a finding is about no person',
  'tracking/routes.ts': 'compares a fact the asker brought, and answers the clear part',
};

/** Files of functions/api that open a record's personal part, by whether they put the reading on record. */
function openers(): { readonly recorded: string[]; readonly silent: string[] } {
  const files = readdirSync(api, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const source = (file: string) => readFileSync(join(api, file), 'utf8');
  const recorded = files.filter((file) => /\bopenCase\(/.test(source(file)));
  const opening = /\b(loadRecord|openDraftCopy)\(|\.personal\b/;
  const silent = files.filter((file) => opening.test(source(file)) && !recorded.includes(file));
  return { recorded, silent };
}

test('[R39] a route that opens a case puts the reading on its record, or answers nothing that was sealed', () => {
  const { recorded, silent } = openers();
  expect(recorded.length).toBeGreaterThanOrEqual(4);
  expect(silent.toSorted()).toEqual(Object.keys(NOTHING_IS_READ));
});

test('[R39] every purpose that is recorded has words for the person whose file it is', () => {
  const words = JSON.parse(readFileSync(join(root, 'functions/words/en.json'), 'utf8'));
  const sources = readdirSync(join(root, 'functions'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, 'functions', file), 'utf8'))
    .join('\n');
  const given = [
    ...sources.matchAll(/openCase\(\w+, \w+, \w+, '([a-z-]+)'/g),
    ...sources.matchAll(/\bnote\('([a-z-]+)'\)/g),
    ...sources.matchAll(/recordAccess\(access, [^']{0,60}'([a-z-]+)'/g),
    ...sources.matchAll(/accessId: [\w.]*newId\(\), [^']{0,40}what: '([a-z-]+)'/g),
  ].map(([, what]) => `reading.${what}`);
  expect(new Set(given).size).toBeGreaterThanOrEqual(6);
  expect(given.filter((id) => words[id] === undefined)).toEqual([]);
});
