import { expect, test } from 'vitest';
import { addLogin } from '../../../functions/use-cases/people/add-login.ts';
import { changePerson } from '../../../functions/use-cases/people/change-person.ts';
import { givenColleagues } from '../../support/given/colleagues.ts';
import { makeTestKernel } from '../../support/kernel.ts';

const NOW = '2026-03-02T01:00:00Z';
const ADMIN = { kind: 'staff', id: 'person-admin' } as const;
const LOGIN = { username: 'li.second', email: 'li2@example.org', temporaryPassword: 'x'.repeat(14) };

async function setup() {
  const { kernel } = makeTestKernel();
  const colleagues = givenColleagues([]);
  const links = new Map<string, string>();
  const logins = {
    personOf: async (_issuer: string, subject: string) => {
      const personId = links.get(subject);
      return personId === undefined ? undefined : { personId, begun: false };
    },
    noteBegun: async () => {},
    link: async (_issuer: string, subject: string, personId: string) => {
      if (!links.has(subject)) links.set(subject, personId);
      return links.get(subject) ?? '';
    },
  };
  const signIn = {
    start: async () => ({ step: 'refused' as const, refusal: { kind: 'x' } }),
    answer: async () => ({ step: 'refused' as const, refusal: { kind: 'x' } }),
    refresh: async () => undefined,
    signOut: async () => {},
    enrol: async ({ username }: { username: string }) => ({ issuer: 'issuer', subject: `sub-${username}` }),
  };
  const adding = { kernel, colleagues, logins, signIn };
  const enrol = (personId: string) =>
    changePerson(
      adding,
      personId,
      {
        type: 'enrol',
        name: '李審查',
        contacts: ['li@example.org'],
        hall: 'hall-1',
        roles: ['reviewer'],
        services: [],
        onDutyUntil: null,
        leftAt: null,
        frozenAt: null,
        agreementUntil: '2099-01-01T00:00:00Z',
        trainingUntil: '2099-01-01T00:00:00Z',
      },
      ADMIN,
      `enrol-${personId}`,
      NOW,
    );
  await enrol('person-li');
  await enrol('person-wu');
  const add = (personId: string, key: string) => addLogin(adding, personId, LOGIN, ADMIN, key, NOW);
  return { add, links, logins };
}

test('[R30] a further sign-in leads to the same person, and asked for again it is the same', async () => {
  const { add, links } = await setup();
  expect(await add('person-li', 'k1')).toEqual({ answer: { version: 2 } });
  expect(await add('person-li', 'k1')).toEqual({ answer: { version: 2 } });
  expect(await add('person-li', 'k2')).toEqual({ refusal: { kind: 'already-there' } });
  expect(links).toEqual(new Map([['sub-li.second', 'person-li']]));
});

test('[R30] a sign-in that is somebody’s stays theirs, and nothing is written', async () => {
  const { add, links } = await setup();
  await add('person-wu', 'k1');
  expect(await add('person-li', 'k2')).toEqual({ refusal: { kind: 'login-of-another' } });
  expect(links.get('sub-li.second')).toBe('person-wu');
});

test('[R1] it is on the record before it opens anything; what stopped between the two goes on', async () => {
  const { add, links, logins } = await setup();
  const link = logins.link;
  logins.link = async () => {
    throw new Error('crashed');
  };
  await expect(add('person-li', 'k1')).rejects.toThrow('crashed');
  logins.link = link;
  expect(links.size).toBe(0);
  expect(await add('person-li', 'k1')).toEqual({ answer: { version: 2 } });
  expect(links.get('sub-li.second')).toBe('person-li');
});
