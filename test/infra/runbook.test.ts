import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../local/places.ts';

const runbook = readFileSync(join(root, 'docs/runbook.md'), 'utf8');
const sections = runbook.split(/^## /m).slice(1);
const headingOf = (section: string) => section.split('\n')[0] ?? '';
/** What rings begins with what it means; what is done by plan begins with when. */
const ringing = sections.filter((section) => /^.+\n\n\*\*Impact\.\*\*/.test(section));
const planned = sections.filter((section) => /^.+\n\n\*\*When\.\*\*/.test(section));
const anchors = ringing.map((section) => anchorOf(headingOf(section)));

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

test('[R41] every alarm names a heading of the runbook, and every heading of what rings has its alarm', () => {
  expect(named().length).toBeGreaterThan(2);
  expect([...anchors].sort()).toEqual(named());
  expect(sections).toHaveLength(ringing.length + planned.length);
});

test('[R41] each heading says what it means for people, where to look, and what to do', () => {
  const incomplete = [
    ...ringing.filter((section) => !/\*\*Impact\.\*\*[\s\S]+\*\*See\.\*\*[\s\S]+\*\*Do\.\*\*/.test(section)),
    ...planned.filter((section) => !/\*\*When\.\*\*[\s\S]+\*\*Do\.\*\*/.test(section)),
  ];
  expect(incomplete.map(headingOf)).toEqual([]);
});

test('[R41] what each heading says to do names a command, and those of ours are there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const used = sections.map((section) => ({
    heading: headingOf(section),
    commands: [...(section.split('**Do.**')[1] ?? '').matchAll(/((?:npm run|aws) [\w-]+)/g)].map(
      ([, one]) => one ?? '',
    ),
  }));
  expect(used.filter(({ commands }) => commands.length === 0).map(({ heading }) => heading)).toEqual([]);
  const ours = used.flatMap(({ commands }) => commands).filter((command) => command.startsWith('npm run '));
  expect(ours.filter((command) => !(command.slice('npm run '.length) in scripts))).toEqual([]);
});

test('[R41] every command for operators stands in the runbook, and is a file of operations/', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const commands = Object.entries<string>(scripts).filter(([, script]) =>
    /^node operations\/[\w-]+\.ts$/.test(script),
  );
  expect(commands.length).toBeGreaterThan(5);
  expect(commands.filter(([name]) => !runbook.includes(`npm run ${name}`)).map(([name]) => name)).toEqual([]);
  const files = readdirSync(join(root, 'operations'));
  expect(commands.filter(([, script]) => !files.includes(script.slice('node operations/'.length)))).toEqual(
    [],
  );
});
