import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { OneTimeCode, OneTimeCodes } from '../../../functions/ports/transient.ts';
import { checkCode, makeCode } from '../../../functions/use-cases/identity/one-time-code.ts';
import { limitCodes, SIGN_IN_LIMITS } from '../../../functions/use-cases/identity/sign-in-limits.ts';

const NOW = '2026-03-02T01:00:00Z';
const later = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();

/** As the table keeps them: one code for a sign-in, each look a try, used once. */
function memoryCodes(): OneTimeCodes {
  const kept = new Map<string, OneTimeCode & { tries: number; used: boolean }>();
  return {
    keepCode: async (id, code) => void kept.set(id, { ...code, tries: 0, used: false }),
    tryCode: async (id, now) => {
      const code = kept.get(id);
      if (code === undefined || code.expiresAtEpochSeconds * 1000 <= Date.parse(now)) return undefined;
      code.tries += 1;
      return code;
    },
    useCode: async (id) => {
      const code = kept.get(id);
      if (code === undefined || code.used) return false;
      code.used = true;
      return true;
    },
  };
}

async function sent(number = 123_456) {
  const codes = memoryCodes();
  const code = await makeCode({ codes, randomInt: () => number }, { signInId: 'login', now: NOW });
  const type = (typed: string, at = NOW, signInId = 'login') =>
    checkCode({ codes }, { signInId, typed, now: at });
  return { codes, code, type };
}

describe('[R31] a one-time code', () => {
  test('signs in once', async () => {
    const { code, type } = await sent();
    expect([await type(code), await type(code)]).toEqual([true, false]);
  });

  test('of two who type it at once only one gets in', async () => {
    const { code, type } = await sent();
    expect((await Promise.all([type(code), type(code)])).filter((one) => one)).toHaveLength(1);
  });

  test('is over after five tries, the right one too', async () => {
    const { code, type } = await sent();
    for (const wrong of ['000000', '000001', '000002', '000003', '000004'])
      expect(await type(wrong)).toBe(false);
    expect(await type(code)).toBe(false);
  });

  test('is over after five minutes', async () => {
    const { code, type } = await sent();
    expect(await type(code, later(300))).toBe(false);
    const again = await sent();
    expect(await again.type(again.code, later(299))).toBe(true);
  });

  test('is of one sign-in, and a new one takes its place', async () => {
    const { codes, code, type } = await sent();
    expect(await type(code, NOW, 'another-login')).toBe(false);
    await makeCode({ codes, randomInt: () => 654_321 }, { signInId: 'login', now: NOW });
    expect([await type(code), await type('654321')]).toEqual([false, true]);
  });

  test('may be pasted with spaces, or typed in full width', async () => {
    for (const typed of [' 123 456 ', '１２３４５６']) expect(await (await sent()).type(typed)).toBe(true);
  });

  property.prop([fc.integer({ min: 0, max: 999_999 }), fc.string()])(
    'is six digits, and nothing else typed is it',
    async (number, typed) => {
      const { code, type } = await sent(number);
      expect(code).toMatch(/^\d{6}$/);
      fc.pre(typed.normalize('NFKC').replace(/\D/g, '') !== code);
      expect(await type(typed)).toBe(false);
    },
  );
});

describe('[R31] [R20] who asks for codes', () => {
  function counters() {
    const counts = new Map<string, number>();
    return {
      count: async (
        what: string,
        who: string,
        { startsAtEpochSeconds }: { startsAtEpochSeconds: number },
      ) => {
        const key = `${what}/${who}/${startsAtEpochSeconds}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        return counts.get(key) ?? 0;
      },
    };
  }
  const { codesPerContact, codesPerAddress, windowSeconds } = SIGN_IN_LIMITS;

  test('for one contact is limited, wherever they ask from, and others are not', async () => {
    const rateLimits = counters();
    const ask = (contact: string, address: string, now = NOW) =>
      limitCodes({ rateLimits }, { contact, address, now });
    for (let n = 0; n < codesPerContact; n += 1)
      expect(await ask('a@example.org', `198.51.100.${n}`)).toBeUndefined();
    const refused = await ask('a@example.org', '198.51.100.99');
    expect(refused).toMatchObject({ kind: 'too-many-codes' });
    expect(Number(refused?.facts?.retryAfterSeconds)).toBeLessThanOrEqual(windowSeconds);
    expect(await ask('b@example.org', '198.51.100.99')).toBeUndefined();
    expect(await ask('a@example.org', '198.51.100.99', later(windowSeconds))).toBeUndefined();
  });

  test('from one address is limited, whatever contact they name', async () => {
    const rateLimits = counters();
    const ask = (contact: string, address: string) =>
      limitCodes({ rateLimits }, { contact, address, now: NOW });
    for (let n = 0; n < codesPerAddress; n += 1)
      expect(await ask(`${n}@example.org`, '203.0.113.1')).toBeUndefined();
    expect(await ask('new@example.org', '203.0.113.1')).toMatchObject({ kind: 'too-many-codes' });
    expect(await ask('new2@example.org', '203.0.113.2')).toBeUndefined();
  });
});
