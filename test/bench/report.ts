/** The last step of `npm run bench`: all kept figures into docs/performance.md, by goal. */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { root } from '../../local/places.ts';
import { figuresFolder } from './keep.ts';

const figure = z.object({
  goal: z.string(),
  what: z.string(),
  measured: z.string(),
  reference: z.string(),
  aim: z.string(),
  verdict: z.enum(['met', 'missed', 'stated']),
});

const START = '<!-- figures: written by npm run bench -->';
const END = '<!-- end of figures -->';
const page = join(root, 'docs', 'performance.md');

const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);
const today = dayOf(new Date());

const files = (await readdir(figuresFolder())).filter((name) => name.endsWith('.json'));
const read = await Promise.all(
  files.map(async (name) => {
    const file = join(figuresFolder(), name);
    const day = dayOf((await stat(file)).mtime);
    const figures = z.array(figure).parse(JSON.parse(await readFile(file, 'utf8')));
    // Kept from another day: `--whole` alone measures them again.
    return figures.map((one) => (day === today ? one : { ...one, reference: `${one.reference}; on ${day}` }));
  }),
);
const order = (goal: string) => Number(goal.slice(1));
const figures = read.flat().toSorted((one, other) => order(one.goal) - order(other.goal));

const cell = (text: string) => text.replaceAll('|', '\\|');
const lines = figures.map(({ goal, what, measured, reference, aim, verdict }) =>
  ['', goal, what, measured, reference, aim, verdict === 'stated' ? '' : `**${verdict}**`, '']
    .map(cell)
    .join(' | ')
    .trim(),
);
const table = [
  `Measured ${today} on ${cpus().length} cores, Node ${process.versions.node}.`,
  '',
  '| Goal | What | Measured | Beside | Aim | |',
  '|---|---|--:|---|---|---|',
  ...lines,
].join('\n');

const before = await readFile(page, 'utf8');
const [head] = before.split(START);
const tail = before.split(END)[1] ?? '\n';
await writeFile(page, `${head}${START}\n${table}\n${END}${tail}`);
const missed = figures.filter(({ verdict }) => verdict === 'missed');
console.log(`${figures.length} figures in docs/performance.md, ${missed.length} goals missed`);
