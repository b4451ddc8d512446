import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { pickAssignee } from '../../../functions/domain/roster/pick-assignee.ts';
import { rosterDefinition } from '../../../functions/domain/roster/roster.ts';
import { story } from '../../support/given/pure-record.ts';
import { oracleAssignee } from '../../support/oracles/assignee.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const team = fc.uniqueArray(
  fc.record({
    personId: fc.constantFrom(...ids),
    barred: fc.boolean(),
    load: fc.nat(3),
    idleSince: fc.constantFrom('2026-03-01T01:00:00Z', '2026-03-02T01:00:00Z', '2026-03-02T02:00:00Z'),
  }),
  { selector: ({ personId }) => personId },
);

const assign = (caseId: string, notThese: readonly string[] = []) =>
  ({ type: 'assign', hall: 'hall-1', role: 'reviewer', caseId, notThese }) as const;
const three = [{ personId: 'a' }, { personId: 'b' }, { personId: 'c' }];

describe('[3.4.1] the assignee', () => {
  test.prop([team, fc.subarray(ids)], { numRuns: 1000 })(
    'is the one an independent oracle picks',
    (colleagues, notThese) => {
      const members = colleagues.map(({ personId, load, idleSince }) => ({
        personId,
        idleSince,
        open: Array.from({ length: load }, (_, n) => `case-${n}`),
      }));
      const candidates = colleagues.map(({ personId, barred }) => ({
        personId,
        ...(barred && { barred: 'off-duty' }),
      }));
      const picked = pickAssignee(members, candidates, notThese);
      expect(picked?.personId).toBe(oracleAssignee(colleagues, notThese));
      if (picked !== undefined) expect(picked.why).toHaveLength(3);
    },
  );

  test('takes turns: three cases go to three colleagues', () => {
    const roster = story(rosterDefinition, three);
    const to = ['c1', 'c2', 'c3'].map((caseId) => roster.done(assign(caseId)).event.personId);
    expect(to).toEqual(['a', 'b', 'c']);
  });

  test('is who has the case already, where they still may have it: a second run gives it to nobody else', () => {
    const roster = story(rosterDefinition, three);
    roster.done(assign('c1'));
    expect(roster.refusal(assign('c1'))).toBe('already-assigned');
    expect(roster.done(assign('c1', ['a'])).event.personId).toBe('b');
  });

  test('nobody eligible: the case is refused and stays in the queue of its team', () => {
    const roster = story(rosterDefinition, [{ personId: 'a', barred: 'off-duty' }, { personId: 'b' }]);
    expect(roster.refusal(assign('c1', ['b']))).toBe('nobody-eligible');
    expect(story(rosterDefinition, []).refusal(assign('c1'))).toBe('nobody-eligible');
  });

  test('the case is told by a follow-up, which frees the colleague again where the case refuses', () => {
    const roster = story(rosterDefinition, three);
    expect(roster.done(assign('c1')).followUps).toEqual([
      {
        to: { kind: 'case', id: 'c1' },
        command: {
          type: 'assign',
          personId: 'a',
          why: ['eligible:3', 'load:0', 'idle-since:2026-03-02T01:00:00Z'],
        },
        onRefusal: 'release',
      },
    ]);
  });
});

describe('the load', () => {
  test('is freed by a release, once, and idleness counts from then', () => {
    const roster = story(rosterDefinition, three);
    roster.done(assign('c1'));
    roster.at('2026-03-02T05:00:00Z');
    const release = { type: 'release', caseId: 'c1', personId: 'a' } as const;
    const { state } = roster.done(release);
    expect(state.members[0]).toEqual({ personId: 'a', open: [], idleSince: '2026-03-02T05:00:00Z' });
    roster.at('2026-03-02T06:00:00Z');
    expect(roster.done(release).state).toEqual(state);
  });

  test('a release of a case that another has meanwhile takes nothing from them', () => {
    const roster = story(rosterDefinition, three);
    roster.done(assign('c1'));
    roster.done(assign('c1', ['a']));
    const { state } = roster.done({ type: 'release', caseId: 'c1', personId: 'a' });
    expect(state.members.map(({ open }) => open)).toEqual([[], ['c1'], []]);
  });

  test('a case assigned anew is on one desk only', () => {
    const roster = story(rosterDefinition, three);
    roster.done(assign('c1'));
    const { state } = roster.done(assign('c1', ['a']));
    expect(state.members.flatMap(({ open }) => open)).toEqual(['c1']);
  });

  test('there is nothing to release from a roster that has assigned nothing', () => {
    expect(story(rosterDefinition, three).refusal({ type: 'release', caseId: 'c1', personId: 'a' })).toBe(
      'not-found',
    );
  });
});
