import { expect, test } from 'vitest';
import { enrol } from '../../../functions/use-cases/people/enrol.ts';
import { givenColleagues } from '../../support/given/colleagues.ts';
import { makeTestKernel } from '../../support/kernel.ts';

const NOW = '2026-03-02T01:00:00Z';
const ADMIN = { kind: 'staff', id: 'person-admin' } as const;

/** The pool of a region knows its own logins only; table and links are the same in both. */
function setup() {
  const { kernel } = makeTestKernel();
  const links = new Map<string, string>();
  const made: string[] = [];
  const logins = {
    personOf: async () => undefined,
    noteBegun: async () => {},
    link: async (issuer: string, subject: string, personId: string) => {
      const key = `${issuer}/${subject}`;
      if (!links.has(key)) links.set(key, personId);
      return links.get(key) ?? '';
    },
  };
  const colleagues = givenColleagues([]);
  const blindIndex = {
    macs: async () => ({}),
    findable: async () => [],
    claimMac: async (_what: string, value: string) => `mac-of-${value}`,
  };
  const inRegion = (issuer: string) => (hall: string) =>
    enrol(
      {
        ...{ kernel, colleagues, logins, blindIndex },
        signIn: {
          start: async () => ({ step: 'refused' as const, refusal: { kind: 'x' } }),
          answer: async () => ({ step: 'refused' as const, refusal: { kind: 'x' } }),
          refresh: async () => undefined,
          signOut: async () => {},
          enrol: async ({ username }) => {
            made.push(`${issuer}/${username}`);
            return { issuer, subject: `sub-${username}` };
          },
        },
      },
      {
        ...{ username: 'li', name: '李審查', email: 'li@example.org', temporaryPassword: 'x'.repeat(14) },
        ...{ hall, roles: ['reviewer'], services: [] },
        ...{ agreementUntil: '2099-01-01T00:00:00Z', trainingUntil: '2099-01-01T00:00:00Z' },
      },
      ADMIN,
      `enrol-${issuer}-${hall}`,
      NOW,
    );
  return { first: inRegion('first'), second: inRegion('second'), links, made };
}

test('[7.1.3] in the pool of the other region a colleague gets a login again from their own hall only', async () => {
  const { first, second, links, made } = setup();
  expect(await first('hall-1')).toEqual({ answer: { personId: 'person-mac-of-li' } });
  expect(await second('hall-2')).toEqual({ refusal: { kind: 'login-of-another' } });
  expect(made).toEqual(['first/li']);
  expect([...links.keys()]).toEqual(['first/sub-li']);
  await second('hall-1');
  expect(links.get('second/sub-li')).toBe('person-mac-of-li');
});
