import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../local/places.ts';
import { type AslState, caseMachine, isWait } from '../support/machine/definition.ts';

const readme = readFileSync(join(root, 'statemachines/README.md'), 'utf8');
const { StartAt, States } = caseMachine();

/** The diagram that the definition makes: what decides on each arrow, and time-outs dotted as the way back. */
function diagram(): string {
  const arrows = Object.entries(States).flatMap(([name, state]) => arrowsFrom(name, state));
  return ['stateDiagram-v2', `  [*] --> ${StartAt}`, ...arrows].join('\n');
}

function arrowsFrom(name: string, state: AslState): readonly string[] {
  const chosen = (state.Choices ?? []).map(({ Condition, Next }) => {
    const stage = /stage = '([\w-]+)'/.exec(Condition)?.[1] ?? Condition;
    return `  ${name} --> ${Next}: ${stage}`;
  });
  const caught = (state.Catch ?? []).map(({ Next }) => `  ${name} --> ${Next}: time-out`);
  return [
    ...chosen,
    ...(state.Default ? [`  ${name} --> ${state.Default}: anything else`] : []),
    ...(state.Next ? [`  ${name} --> ${state.Next}`] : []),
    ...caught,
    ...(state.Type === 'Succeed' ? [`  ${name} --> [*]`] : []),
  ];
}

test('the diagram of the workflow is the one its definition makes', () => {
  const drawn = /```mermaid\n([\s\S]*?)\n```/.exec(readme)?.[1];
  expect(drawn).toBe(diagram());
});

test('each state has a row that says what it does, and waits are told as such', () => {
  const rows = new Map(
    [...readme.matchAll(/^\| `(\w+)` \| (.+)$/gm)].map(([, name, rest]) => [name, rest ?? '']),
  );
  expect([...rows.keys()].sort()).toEqual(Object.keys(States).sort());
  const waits = Object.entries(States).filter(([, state]) => isWait(state));
  expect(waits.filter(([name]) => !/\b(\d+ (days|minutes)|a day)\b/.test(rows.get(name) ?? ''))).toEqual([]);
});
