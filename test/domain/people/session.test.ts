import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { dutyRefusal, sessionRefusal, signOutRefusal } from '../../../functions/domain/people/session.ts';
import { givenSession } from '../../support/given/colleagues.ts';

const NOW = '2026-03-02T01:00:00Z';
const BEFORE = '2026-03-02T00:59:59Z';
const AFTER = '2026-03-02T01:00:01Z';

test.each([
  ['left', { leftAt: NOW }],
  ['left', { leftAt: BEFORE, frozenAt: BEFORE }],
  ['frozen', { frozenAt: NOW }],
  ['agreement-lapsed', { agreementUntil: NOW }],
  ['training-lapsed', { trainingUntil: NOW }],
])('[7.1.3] [R29] is over from the instant on: %s', (kind, changed) => {
  expect(sessionRefusal(givenSession(changed), NOW)).toEqual({ kind });
});

test('[7.1.3] whoever is no colleague may nothing', () => {
  expect(sessionRefusal(undefined, NOW)).toEqual({ kind: 'not-a-colleague' });
});

test('[7.1.3] is good until the instant, and a leaving in the future does not bar today', () => {
  const session = givenSession({
    leftAt: AFTER,
    frozenAt: AFTER,
    agreementUntil: AFTER,
    trainingUntil: AFTER,
  });
  expect(sessionRefusal(session, NOW)).toBeUndefined();
});

test('work on cases needs duty: none, ended, or still on', () => {
  expect(dutyRefusal(givenSession({ onDutyUntil: null }), NOW)).toEqual({ kind: 'off-duty' });
  expect(dutyRefusal(givenSession({ onDutyUntil: NOW }), NOW)).toEqual({ kind: 'off-duty' });
  expect(dutyRefusal(givenSession({ onDutyUntil: AFTER }), NOW)).toBeUndefined();
});

test.prop([fc.array(fc.nat(1000), { minLength: 2, maxLength: 2 }), fc.constantFrom('leftAt', 'frozenAt')])(
  'what is over stays over, however late it is asked',
  ([over = 0, later = 0], field) => {
    const at = (minutes: number) =>
      new Date(Date.parse(NOW) + minutes * 60_000).toISOString().replace('.000Z', 'Z');
    const session = givenSession({ [field]: at(over) });
    expect(sessionRefusal(session, at(over + later))).toBeDefined();
  },
);

test('[R29] a token is over at the sign-out iff its sign-in was not after the second of it', () => {
  const held = { signedOutAt: '2026-03-02T01:00:00.700Z' };
  const ended = Date.parse('2026-03-02T01:00:00Z') / 1000;
  expect(signOutRefusal(held, ended - 1)).toEqual({ kind: 'not-signed-in' });
  expect(signOutRefusal(held, ended)).toEqual({ kind: 'not-signed-in' });
  expect(signOutRefusal(held, ended + 1)).toBeUndefined();
  expect(signOutRefusal({}, 0)).toBeUndefined();
});
