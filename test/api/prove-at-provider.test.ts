import { expect, test } from 'vitest';
import { peopleRoutes } from '../../functions/api/people/routes.ts';
import { proveAtProvider } from '../../functions/http/contract/people.ts';
import type { StaffProvider } from '../../functions/ports/staff-provider.ts';
import { makeGateway } from '../support/api/gateway.ts';
import { memoryStaffProvider, memoryStaffSignIn } from '../support/api/memory-ports.ts';
import { PEOPLE, settlePeople } from '../support/api/people.ts';
import { makeWorld } from '../support/api/world.ts';
import { makeCaseStory } from '../support/given/case-story.ts';

type Proof = Awaited<ReturnType<StaffProvider['prove']>>;
const MINUTES = 60;

/** A reviewer who comes back from the provider with its word, as told: of whom, and how long ago it asked. */
async function setup(told: (now: number) => Proof) {
  const world = makeWorld(makeCaseStory());
  await settlePeople(world);
  const now = world.story.now();
  const provider = { ...memoryStaffProvider, prove: async () => told(Date.parse(now) / 1000) };
  world.transient.proved.clear();
  const routes = { people: peopleRoutes({ ...world, signIn: memoryStaffSignIn, provider }) };
  const call = makeGateway(routes, () => now);
  const answer = await call(proveAtProvider, {
    token: { of: 'staff', subject: 'reviewer' },
    body: { session: 'session', state: 'state', code: 'code' },
  });
  const proved = await world.transient.isProved(PEOPLE.reviewer?.personId ?? '', now);
  return { status: answer.status, kind: answer.body.kind, proved };
}

const mine = { issuer: 'staff', subject: 'reviewer' };

test('[3.5.1] whom the provider asked a moment ago has proved who signs', async () => {
  expect(await setup((now) => ({ ...mine, atEpochSeconds: now - 10 }))).toMatchObject({
    status: 200,
    proved: true,
  });
});

test.each<[string, (now: number) => Proof]>([
  ['of another person', (now) => ({ ...mine, subject: 'approver', atEpochSeconds: now })],
  ['of another provider', (now) => ({ ...mine, issuer: 'elsewhere', atEpochSeconds: now })],
  ['that it gave before', (now) => ({ ...mine, atEpochSeconds: now - 6 * MINUTES })],
  ['that does not hold', () => undefined],
])('[3.5.1] [R29] a word of the provider %s proves nothing', async (_, told) => {
  expect(await setup(told)).toMatchObject({ kind: 'not-proved', proved: false });
});
