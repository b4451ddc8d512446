import { describe, expect, test } from 'vitest';
import type { Logins } from '../../../functions/ports/logins.ts';
import { identifyCustomer } from '../../../functions/use-cases/identity/identify-customer.ts';
import { makeTestKernel } from '../../support/kernel.ts';

const NOW = '2026-03-02T01:00:00Z';

function setup() {
  const links = new Map<string, string>();
  const begun = new Set<string>();
  const keyOf = (issuer: string, subject: string) => `${issuer}|${subject}`;
  const logins: Logins = {
    personOf: async (issuer, subject) => {
      const personId = links.get(keyOf(issuer, subject));
      return personId === undefined ? undefined : { personId, begun: begun.has(keyOf(issuer, subject)) };
    },
    link: async (issuer, subject, personId) => {
      const key = keyOf(issuer, subject);
      if (!links.has(key)) links.set(key, personId);
      return links.get(key) ?? personId;
    },
    noteBegun: async (issuer, subject) => void begun.add(keyOf(issuer, subject)),
  };
  let ids = 0;
  const { kernel, store } = makeTestKernel();
  const newId = () => {
    ids += 1;
    return String(ids);
  };
  return {
    store,
    identify: (login: Parameters<typeof identifyCustomer>[1]) =>
      identifyCustomer({ logins, kernel, newId }, login, NOW),
  };
}

describe('a customer who signs in', () => {
  test('[R15] is the same person in the pool of the other region, by the login’s name', async () => {
    const { identify, store } = setup();
    const tokyo = await identify({ issuer: 'pool-tokyo', subject: 'uuid-1', username: 'login-a' });
    const osaka = await identify({ issuer: 'pool-osaka', subject: 'uuid-9', username: 'login-a' });
    expect(osaka.personId).toBe(tokyo.personId);
    expect([...store.records.keys()]).toEqual([`person/${tokyo.personId}`]);
  });

  test('is nobody else, whose login has another name', async () => {
    const { identify } = setup();
    const one = await identify({ issuer: 'pool-tokyo', subject: 'uuid-1', username: 'login-a' });
    const other = await identify({ issuer: 'pool-tokyo', subject: 'uuid-2', username: 'login-b' });
    expect(other.personId).not.toBe(one.personId);
  });

  test('by a provider that names no login is known by its issuer alone', async () => {
    const { identify } = setup();
    const one = await identify({ issuer: 'provider-a', subject: 'same', username: 'same' });
    const other = await identify({ issuer: 'provider-b', subject: 'same', username: 'same' });
    expect(other.personId).not.toBe(one.personId);
  });
});
