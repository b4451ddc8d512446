import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../local/places.ts';
import { caseMachine, isWait } from '../support/machine/definition.ts';

const readme = readFileSync(join(root, 'statemachines/README.md'), 'utf8');
const { States } = caseMachine();
/** Cells of the table's rows, by state. */
const rows = new Map(
  [...readme.matchAll(/^\| `([A-Z]\w+)` \| (.+) \|$/gm)].map(([, name, cells]) => [
    name,
    (cells ?? '').split(' | '),
  ]),
);

const IN_WORDS: Readonly<Record<string, string>> = {
  2592000: '30 days',
  900: '15 minutes',
  86700: 'a day and five minutes',
};

test('each state of the workflow is named, and each task has its row', () => {
  const names = Object.keys(States);
  expect(names.filter((name) => !readme.includes(name))).toEqual([]);
  const tasks = Object.entries(States).filter(([, { Type }]) => Type === 'Task');
  expect([...rows.keys()].sort()).toEqual(tasks.map(([name]) => name).sort());
});

test('each row tells the stage that leads to its state', () => {
  const led = (States.RouteByStage?.Choices ?? []).map(({ Condition, Next }) => [
    Next,
    `\`${/stage = '([\w-]+)'/.exec(Condition)?.[1]}\``,
  ]);
  const told = led
    .filter(([state]) => rows.has(state ?? ''))
    .map(([state]) => [state, rows.get(state ?? '')?.[0]]);
  expect(told.length).toBeGreaterThan(8);
  expect(told).toEqual(led.filter(([state]) => rows.has(state ?? '')));
});

test('each row tells how long its state waits at most', () => {
  const waits = Object.entries(States).filter(([, state]) => isWait(state));
  const told = waits.map(([name]) => [name, rows.get(name)?.at(-1)]);
  expect(told).toEqual(waits.map(([name, { TimeoutSeconds }]) => [name, IN_WORDS[String(TimeoutSeconds)]]));
});
