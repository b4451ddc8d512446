import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { LIFECYCLE } from '../../functions/domain/case/lifecycle.ts';
import { ROLES } from '../../functions/domain/case/rule.ts';
import { CASE_STATUSES, type CaseState } from '../../functions/domain/case/state.ts';
import { type Asker, mayGive, mayRead } from '../../functions/domain/permissions.ts';
import { bringTo, makeCaseStory, system } from '../support/given/case-story.ts';
import {
  type AskedFor,
  type Asking,
  KNOWN_COMMANDS,
  oracleMayGive,
  oracleMayRead,
} from '../support/oracles/permissions.ts';

async function halfway() {
  const story = await bringTo('in-handling', makeCaseStory());
  await story.done(system, { type: 'open-step' });
  await story.done({ kind: 'staff', id: 'person-approver' }, { type: 'decide', outcome: 'granted' });
  await story.done(system, { type: 'open-step' });
  return story;
}

const states: readonly CaseState[] = await Promise.all(
  [...CASE_STATUSES.map((status) => bringTo(status)), halfway()].map(
    async (story) => (await (await story).current()).state,
  ),
);

const person = fc.constantFrom('person-customer', 'person-principal', 'person-reviewer', 'person-x');
const hall = fc.constantFrom('hall-1', 'hall-2');
const anyAsking: fc.Arbitrary<Asking> = fc.record({
  kind: fc.constantFrom('customer' as const, 'staff' as const, 'system' as const),
  personId: person,
  hall,
  roles: fc.subarray([...ROLES]),
  mayActFor: fc.subarray(['person-customer', 'person-principal']),
});

const anyCase = fc.record({
  at: fc.nat(states.length - 1),
  hall,
  customerId: person,
  recused: fc.subarray(['person-reviewer', 'person-x']),
});

function askerOf({ kind, personId, hall, roles, mayActFor }: Asking): Asker {
  if (kind === 'customer') return { kind, personId, mayActFor };
  const held = ROLES.filter((role) => roles.includes(role));
  return kind === 'staff' ? { kind, personId, hall, roles: held } : { kind };
}

function caseOf({
  at,
  hall,
  customerId,
  recused,
}: {
  at: number;
  hall: string;
  customerId: string;
  recused: string[];
}) {
  const before = states[at];
  if (before === undefined) throw new Error('No such state');
  const state: CaseState =
    before.status === 'draft' ? { ...before, customerId } : { ...before, customerId, recused };
  const step = state.status === 'in-handling' ? state.step : undefined;
  const what: AskedFor = {
    hall,
    status: state.status,
    customerId,
    recused,
    ...(step !== undefined && { stepRole: step.role }),
  };
  return { asked: { hall, state }, what };
}

describe('[7.1.3] [R28] the permission matrix', () => {
  test('names every command that the table has, and no other', () => {
    expect(KNOWN_COMMANDS.toSorted()).toEqual(LIFECYCLE.map(({ command }) => command).toSorted());
  });

  test.prop([anyAsking, anyCase], { numRuns: 1000 })('grants reading iff the oracle does', (asking, some) => {
    const { asked, what } = caseOf(some);
    expect(mayRead(askerOf(asking), asked)).toBe(oracleMayRead(asking, what));
  });

  test.prop([anyAsking, anyCase, fc.constantFrom(...LIFECYCLE)], { numRuns: 3000 })(
    'grants a command iff the oracle does',
    (asking, some, rule) => {
      const { asked, what } = caseOf(some);
      expect(mayGive(askerOf(asking), rule, asked)).toBe(oracleMayGive(asking, rule.command, what));
    },
  );

  test.prop([anyCase, fc.constantFrom(...LIFECYCLE)])(
    'gives administrators and auditors nothing of a case',
    (some, rule) => {
      const { asked } = caseOf({ ...some, hall: 'hall-1' });
      const asker: Asker = {
        kind: 'staff',
        personId: 'person-a',
        hall: 'hall-1',
        roles: ['administrator', 'auditor'],
      };
      expect(mayGive(asker, rule, asked)).toBe(false);
      expect(mayRead(asker, asked)).toBe(false);
    },
  );

  test('grants each command to each single role at each status exactly as the oracle does', () => {
    for (const [at] of states.entries()) {
      const { asked, what } = caseOf({ at, hall: 'hall-1', customerId: 'person-customer', recused: [] });
      for (const role of ROLES) {
        const asking = {
          kind: 'staff',
          personId: 'person-x',
          hall: 'hall-1',
          roles: [role],
          mayActFor: [],
        } as const;
        const given = LIFECYCLE.filter((rule) => mayGive(askerOf(asking), rule, asked));
        const expected = LIFECYCLE.filter(({ command }) => oracleMayGive(asking, command, what));
        expect([role, what.status, given.map(({ command }) => command)]).toEqual([
          role,
          what.status,
          expected.map(({ command }) => command),
        ]);
      }
    }
  });
});
