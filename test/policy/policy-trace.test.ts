import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../local/places.ts';
import { CLAUSES } from './clauses.ts';
import { faultsOf, lostScenarios } from './judge-trace.ts';
import { policyPage, proofsFrom } from './policy-page.ts';
import { PROMISES } from './promises.ts';
import { type Scenario, scenarioOf, type TracedLayer } from './trace.ts';

/** How many clauses were without a scenario when the list was last shortened; never raise it. */
const MOST_UNCOVERED = 47;
const MOST_LINES_UNTRIED = 3;

/** What is owed a scenario. */
const owed = [...CLAUSES, ...PROMISES.filter(({ id }) => id.startsWith('R'))];
const everything: readonly Scenario[] = owed.map(({ id }) => ({ ids: [id], title: `does ${id}` }));
const proofs = (unit: readonly Scenario[], browser: readonly Scenario[] = []) =>
  proofsFrom(
    new Map<TracedLayer, readonly Scenario[]>([
      ['unit', unit],
      ['browser', browser],
    ]),
  );

describe('the data', () => {
  test('the policy has 74 clauses, each once', () => {
    expect(new Set(CLAUSES.map(({ id }) => id)).size).toBe(74);
    expect(CLAUSES).toHaveLength(74);
  });

  test('43 lines of reliability and 40 of experience are owed beside it', () => {
    expect(PROMISES.filter(({ id }) => id.startsWith('R'))).toHaveLength(43);
    expect(PROMISES.filter(({ id }) => id.startsWith('U'))).toHaveLength(40);
  });

  test('the list of clauses without a scenario only shrinks', () => {
    const list = JSON.parse(readFileSync(join(root, 'test/policy/uncovered.json'), 'utf8'));
    const lines = list.filter((id: string) => id.startsWith('R'));
    expect(lines.length).toBeLessThanOrEqual(MOST_LINES_UNTRIED);
    expect(list.length - lines.length).toBeLessThanOrEqual(MOST_UNCOVERED);
    expect(owed.map(({ id }) => id)).toEqual(expect.arrayContaining(list));
  });
});

describe('a title', () => {
  test.each([
    ['of a plain test names nothing', 'closes the door', undefined],
    ['with a number in brackets that is no clause names nothing', 'takes items[0]', undefined],
    [
      'may name a clause and promises',
      '[3.2.2] [R7] one notice',
      { ids: ['3.2.2', 'R7'], title: 'one notice' },
    ],
    ['may name a section', '[1.2] signs', { ids: ['1.2'], title: 'signs' }],
    ['follows its description', 'a notice > [R9] holds', { ids: ['R9'], title: 'a notice, holds' }],
    ['loses the seed of its run', '[R9] holds (with seed=-12)', { ids: ['R9'], title: 'holds' }],
  ])('%s', (_what, title, scenario) => {
    expect(scenarioOf(title)).toEqual(scenario);
  });
});

describe('a run', () => {
  test('in which every clause has a scenario has no fault', () => {
    expect(faultsOf(proofs(everything), [])).toEqual([]);
  });

  test('in which a clause lost its scenario fails, naming it', () => {
    const [, ...rest] = everything;
    expect(faultsOf(proofs(rest), [])).toEqual(['Clause 1.1 has no scenario that ran and passed.']);
    expect(faultsOf(proofs(rest), ['1.1'])).toEqual([]);
  });

  test('in which a line of reliability has none fails too, and may not go back on the list unseen', () => {
    const without = everything.filter(({ ids }) => !ids.includes('R7'));
    expect(faultsOf(proofs(without), [])).toEqual([
      'Reliability line R7 has no scenario that ran and passed.',
    ]);
    expect(faultsOf(proofs(without), ['R7'])).toEqual([]);
  });

  test('in which a listed clause has a scenario fails until it is off the list', () => {
    expect(faultsOf(proofs(everything), ['1.1'])).toHaveLength(1);
  });

  test('in which a title names what does not exist fails', () => {
    expect(faultsOf(proofs([...everything, { ids: ['9.9.9', 'R99'], title: 'x' }]), [])).toHaveLength(2);
  });
});

describe('the page', () => {
  test('does not depend on the order in which tests ran', () => {
    const two = [...everything, { ids: ['1.1', 'U3'], title: 'another' }];
    expect(policyPage(proofs(two))).toBe(policyPage(proofs(two.toReversed())));
  });

  test('tells a scenario once, with every layer it passed in', () => {
    expect(policyPage(proofs(everything, everything))).toContain('- does 3.2.2 (unit, browser)');
  });

  test('shows what is gone, but no move to another layer', () => {
    const before = policyPage(proofs(everything));
    const [, ...rest] = everything;
    expect(lostScenarios(before, policyPage(proofs(rest)))).toEqual(['[1.1] does 1.1']);
    expect(lostScenarios(before, policyPage(proofs([], everything)))).toEqual([]);
    expect(lostScenarios('', before)).toEqual([]);
  });
});
