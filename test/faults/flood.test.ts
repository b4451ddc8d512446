import { beforeAll, beforeEach, expect, test } from 'vitest';
import { givenAnswers } from '../support/given/answers.ts';
import type { MemoryCloud } from '../support/memory-cloud/cloud.ts';
import { openHall } from '../support/memory-cloud/hall.ts';
import { keepMoment } from '../support/memory-cloud/moment.ts';
import { ask } from '../support/memory-cloud/people.ts';
import { Story } from '../support/memory-cloud/stories.ts';

let cloud: MemoryCloud;
let back: () => void;
let receiptNumber: string;

beforeAll(async () => {
  cloud = await openHall();
  const story = new Story(cloud, 'wang');
  await story.submit();
  const who = { pool: 'me', subject: 'wang' } as const;
  const { receipt } = await story.ask({ method: 'GET', path: `/me/cases/${story.caseId}`, who });
  receiptNumber = receipt.number;
  back = keepMoment(cloud);
}, 60_000);

beforeEach(() => back());

const signIn = (contact: string, address: string) =>
  ask(cloud, {
    method: 'POST',
    path: '/public/sign-in',
    body: { contact, idTail: '451X', language: 'zh-Hant' },
    address,
  });
const track = (number: string, secondFact: string, address: string) =>
  ask(cloud, {
    method: 'POST',
    path: '/public/tracking',
    body: { receiptNumber: number, secondFact },
    address,
  });

async function statuses(
  count: number,
  one: (n: number) => ReturnType<typeof ask>,
): Promise<readonly number[]> {
  const all: number[] = [];
  for (let n = 0; n < count; n += 1) all.push((await one(n)).status);
  return all;
}

test('[R20] one contact flooded with codes, from wherever: limited; others get theirs, and it does again after the window', async () => {
  const flood = await statuses(20, (n) => signIn('flooded@example.org', `192.0.2.${n}`));
  expect(flood.filter((status) => status === 200)).toHaveLength(5);
  expect(new Set(flood)).toEqual(new Set([200, 429]));
  expect(cloud.mails.filter(({ to }) => to === 'flooded@example.org')).toHaveLength(5);
  expect((await signIn('other@example.org', '192.0.2.3')).status).toBe(200);
  cloud.wait(16 * 60_000);
  expect((await signIn('flooded@example.org', '192.0.2.3')).status).toBe(200);
});

test('[R20] one address that floods with everybody’s contacts: limited; the same people from elsewhere are not', async () => {
  const flood = await statuses(50, (n) => signIn(`person${n}@example.org`, '198.51.100.7'));
  expect(flood.filter((status) => status === 200)).toHaveLength(30);
  const refused = await signIn('person49@example.org', '198.51.100.7');
  expect(refused).toMatchObject({ status: 429, body: { kind: 'too-many-codes' } });
  expect((await signIn('person49@example.org', '203.0.113.9')).status).toBe(200);
});

test('[R20] one number guessed at again and again: limited, and no right guess helps then; other numbers are answered', async () => {
  const flood = await statuses(12, (n) => track(receiptNumber, `000${n % 10}`, `192.0.2.${n}`));
  expect(flood.filter((status) => status === 404)).toHaveLength(5);
  expect((await track(receiptNumber, String(givenAnswers().operatorId).slice(-4), '192.0.2.99')).status).toBe(
    429,
  );
  cloud.wait(16 * 60_000);
  const tail = String(givenAnswers().operatorId).slice(-4);
  expect((await track(receiptNumber, tail, '192.0.2.99')).status).toBe(200);
});
