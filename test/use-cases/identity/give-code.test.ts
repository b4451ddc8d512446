import { describe, expect, test } from 'vitest';
import type { OneTimeCode } from '../../../functions/ports/transient.ts';
import { giveCode } from '../../../functions/use-cases/identity/give-code.ts';
import { SIGN_IN_LIMITS } from '../../../functions/use-cases/identity/sign-in-limits.ts';

const NOW = '2026-03-02T01:00:00Z';
const { codesPerContact, windowSeconds } = SIGN_IN_LIMITS;

function setup() {
  const counts = new Map<string, number>();
  const kept: [string, OneTimeCode][] = [];
  const sent: string[] = [];
  const send = async ({ to }: { to: string }) => {
    sent.push(to);
    return 'provider-id';
  };
  const giving = {
    outgoing: { mail: { sendMail: send }, sms: { sendSms: send } },
    codes: {
      keepCode: async (id: string, code: OneTimeCode) => void kept.push([id, code]),
      tryCode: async () => undefined,
      useCode: async () => false,
    },
    rateLimits: {
      count: async (what: string, who: string, window: { startsAtEpochSeconds: number }) => {
        const key = `${what}/${who}/${window.startsAtEpochSeconds}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        return counts.get(key) ?? 0;
      },
    },
    randomInt: () => 123_456,
  };
  const ask = (signInId: string, to: { email?: string; mobile?: string }, now = NOW) =>
    giveCode(giving, { signInId, now, language: 'en', messageId: 'code-1', hotline: '12345', ...to });
  return { ask, kept, sent };
}

describe('[R31] [7.1.3] whoever asks the pool itself for a code, past our API', () => {
  test('gets as many for a contact as by the form, whichever of its logins they name', async () => {
    const { ask, kept, sent } = setup();
    const mobile = '+8613800000000';
    for (let n = 0; n < codesPerContact; n += 1) expect(await ask(`login-${n}`, { mobile })).toBe('sent');
    expect(await ask('login-0', { mobile })).toBe('not-sent');
    expect([sent.length, kept.length]).toEqual([codesPerContact, codesPerContact]);
    expect(await ask('login-9', { email: 'a@example.org' })).toBe('sent');
    const later = new Date(Date.parse(NOW) + windowSeconds * 1000).toISOString();
    expect(await ask('login-0', { mobile }, later)).toBe('sent');
  });

  test('gets none for a login that is not there', async () => {
    const { ask, kept, sent } = setup();
    expect(await ask('nobody', {})).toBe('not-sent');
    expect([sent, kept]).toEqual([[], []]);
  });
});
