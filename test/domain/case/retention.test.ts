import { describe, expect, test } from 'vitest';
import { headOfCase } from '../../../functions/domain/case/head-of-case.ts';
import { retainUntil } from '../../../functions/domain/case/retention.ts';
import type { CaseState } from '../../../functions/domain/case/state.ts';
import { OUTCOMES } from '../../../functions/domain/outcomes.ts';
import { bringTo, customer, system } from '../../support/given/case-story.ts';
import { givenService } from '../../support/given/service.ts';

const archivist = { kind: 'staff', id: 'person-archivist' } as const;
const hold = { type: 'place-hold', reason: 'lawsuit', text: '（2026）示例行初 1 號' };
const destroy = { type: 'destroy', listId: 'list-1' };
const zone = 'Asia/Shanghai';

test('each outcome is kept for the years of its rule, counted from the first day of the next year', () => {
  const service = givenService();
  // The last evening of the year at the hall is still that year, whatever UTC says.
  expect(retainUntil(service, 'granted', '2026-12-31T15:59:00Z', zone)).toBe('2057-01-01');
  expect(retainUntil(service, 'granted', '2026-12-31T16:01:00Z', zone)).toBe('2058-01-01');
  expect(retainUntil(service, 'withdrawn', '2026-05-01T00:00:00Z', zone)).toBe('2037-01-01');
});

test('what is kept for ever, and what no rule names, has no day', () => {
  const [rule] = givenService().retention.rules;
  const rules = rule === undefined ? [] : [{ ...rule, outcomes: ['granted' as const], years: null }];
  const service = { retention: { listApprovedBy: null, rules } };
  expect(OUTCOMES.map((outcome) => retainUntil(service, outcome, '2026-05-01T00:00:00Z', zone))).toEqual(
    OUTCOMES.map(() => null),
  );
});

test('[6.4.2] [R38] a hold placed on an open case stands after it has ended', async () => {
  const story = await bringTo('in-review');
  await story.done(archivist, hold);
  await story.done(customer, { type: 'withdraw' });
  expect((await story.current()).state).toMatchObject({
    status: 'result-ready',
    hold: { reason: 'lawsuit' },
  });
});

describe('destruction of a filed case', () => {
  const dayOf = (state: CaseState) => (state.status === 'archived' ? state.retainUntil : undefined);

  test('[6.4.2] [R38] is refused before its day, and under a hold; on its day it is the last version it gets', async () => {
    const story = await bringTo('archived');
    expect(dayOf((await story.current()).state)).toBe('2057-01-01');
    expect(await story.refusal(system, destroy)).toBe('retention-not-over');
    story.at('2057-01-01T01:00:00Z');
    await story.done(archivist, hold);
    expect(await story.refusal(archivist, hold)).toBe('already-on-hold');
    expect(await story.refusal(system, destroy)).toBe('on-hold');
    await story.done(archivist, { type: 'lift-hold', text: '判決生效' });
    const destroyed = await story.done(system, destroy);
    expect(destroyed).toMatchObject({
      state: { destroyed: { listId: 'list-1' } },
      event: { type: 'destroyed' },
    });
    for (const command of [destroy, hold, { type: 'add-note', text: '備註' }])
      expect(await story.refusal(command === destroy ? system : archivist, command)).toBe('record-destroyed');
  });

  test('[6.4.2] is given by nobody of the staff', async () => {
    const story = await bringTo('archived');
    story.at('2057-01-01T01:00:00Z');
    expect(await story.refusal(archivist, destroy)).toBe('not-permitted');
  });

  test('[R38] leaves a version without a sealed part, read without any key, found by nothing', async () => {
    const story = await bringTo('archived');
    story.at('2057-01-01T01:00:00Z');
    const before = await story.current();
    expect(headOfCase(before).finders?.length).toBeGreaterThan(0);
    await story.done(system, destroy);
    expect(story.store.records.get('case/c1')?.at(-1)?.sealed).toBeUndefined();
    story.store.dataKeys.delete('case/c1');
    const after = await story.current();
    expect(after.personal).toEqual({ answers: {}, fileNames: {}, texts: {} });
    expect(headOfCase(after)).toEqual({
      card: { status: 'archived', service: 'sole-trader-registration', destroyed: true },
    });
  });

  test('what was filed before the rules were data, and what is permanent, is never due', async () => {
    const story = await bringTo('archived');
    const { state } = await story.current();
    const open = { ...(await story.current()), state: { ...state, retainUntil: null } };
    expect(headOfCase(open).queue).toBeUndefined();
  });
});
