import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { SIGN_IN_LIMITS } from '../../functions/use-cases/identity/sign-in-limits.ts';
import { cloud } from './support/cloud.ts';
import { journeyBench } from './support/journey-bench.ts';
import { operate } from './support/operate.ts';

const bench = journeyBench();

/** One request for a code; each for another person, so that no limit of a contact is what refuses it. */
async function ask(who: number): Promise<{ status: number; wait: string | null; kind?: string }> {
  const answer = await fetch(`${cloud.apiUrl}/public/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ contact: `flood-${who}@example.org`, idTail: '1234', language: 'en' }),
  });
  const { kind } = await answer.json();
  return { status: answer.status, wait: answer.headers.get('retry-after'), kind };
}

/** Counts begin anew with each window: a flood over its end would be allowed twice as much. */
async function farFromTheEndOfTheWindow(): Promise<void> {
  const { windowSeconds } = SIGN_IN_LIMITS;
  const leftSeconds = windowSeconds - ((Date.now() / 1000) % windowSeconds);
  if (leftSeconds < 40) await wait(leftSeconds * 1000);
}

// Here our own limits are tried; that the firewall of the edge has its own, before them, is seen in the templates.
test('[7.1.1][R20][R31] a flood from one address is refused, told when to come back, and harms nobody who is signed in', async () => {
  const customer = await bench.customer('bystander@example.org', '1234');
  await cloud.forgetLimits();
  const { codesPerAddress } = SIGN_IN_LIMITS;
  await farFromTheEndOfTheWindow();
  const answers: Awaited<ReturnType<typeof ask>>[] = [];
  for (let at = 0; at < codesPerAddress + 20; at += 10)
    answers.push(...(await Promise.all(Array.from({ length: 10 }, (_, one) => ask(at + one)))));
  const refused = answers.filter(({ status }) => status === 429);
  const allowed = answers.filter(({ status }) => status === 200).length;
  expect(allowed).toBeLessThanOrEqual(codesPerAddress);
  // A count that its client had to send twice counts twice: on the strict side.
  expect(allowed).toBeGreaterThanOrEqual(codesPerAddress - 2);
  expect(refused).toHaveLength(answers.length - allowed);
  for (const { kind, wait } of refused) {
    expect(kind).toBe('too-many-codes');
    expect(Number(wait)).toBeGreaterThan(0);
  }
  const me = await fetch(`${cloud.apiUrl}/me`, { headers: { authorization: `Bearer ${customer.token}` } });
  expect(me.status).toBe(200);
});

test('what a stage needs and no template makes can be asked of a running one', async () => {
  const { stdout, exitCode } = await operate('preflight');
  expect(stdout).toContain('✔ CDK (ap-northeast-1): bootstrapped');
  expect(stdout).toMatch(/[✔✖] first administrator: \d+ administrators/);
  expect(stdout).toContain('→ Have the quota "Concurrent executions" of Lambda in ap-northeast-1 raised');
  // What the local cloud cannot answer is not known, and is not taken for good.
  expect(stdout).toMatch(/\? SMS \(ap-northeast-1\): \w+/);
  expect(stdout).not.toMatch(/domain:|edge’s word/);
  expect(exitCode).toBe(1);
});
