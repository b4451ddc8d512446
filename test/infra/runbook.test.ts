import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../local/places.ts';

const runbook = readFileSync(join(root, 'docs/runbook.md'), 'utf8');
const sections = runbook.split(/^## /m).slice(1);
const anchors = sections.map((section) => anchorOf(section.split('\n')[0] ?? ''));

/** As a heading's anchor is made where the page is read. */
function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-');
}

/** Every anchor that an alarm of infra/ names. */
function named(): readonly string[] {
  const files = readdirSync(join(root, 'infra'), { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, 'infra', file), 'utf8'));
  const found = sources.flatMap((source) => [...source.matchAll(/\brunbook: '([^']+)'/g)]);
  return [...new Set(found.map(([, anchor]) => anchor ?? ''))].sort();
}

test('[R41] every alarm names a heading of the runbook, and every heading has its alarm', () => {
  expect(named().length).toBeGreaterThan(2);
  expect([...anchors].sort()).toEqual(named());
});

test('[R41] each heading says what it means for people, where to look, and what to do', () => {
  const incomplete = sections.filter(
    (section) => !/\*\*Impact\.\*\*[\s\S]+\*\*See\.\*\*[\s\S]+\*\*Do\.\*\*/.test(section),
  );
  expect(incomplete.map((section) => section.split('\n')[0])).toEqual([]);
});

test('the commands of the runbook are there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const used = [...runbook.matchAll(/npm run ([\w-]+)/g)].map(([, script]) => script);
  expect(used.filter((script) => !(String(script) in scripts))).toEqual([]);
});
