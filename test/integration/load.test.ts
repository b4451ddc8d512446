import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { keptVersionOf } from '../../functions/adapters/dynamodb/items.ts';
import { readClearPart } from '../../functions/domain/record/read-version.ts';
import { call } from './support/api-calls.ts';
import { cloud } from './support/cloud.ts';
import { eventually } from './support/connect.ts';
import { expectAtRest } from './support/invariants.ts';
import { journeyBench } from './support/journey-bench.ts';
import {
  type LoadedCustomer,
  largestWorkerMegabytes,
  makeDrafts,
  queued,
  type Submitted,
  submit,
} from './support/load.ts';
import { openThrottle } from './support/throttle.ts';

/** `npm run soak` says how long; in the suite the other layers run beside it, so that it is short and asks for less. */
const minutes = Number(process.env.BANLI_SOAK_MINUTES ?? 0);
const soaking = minutes > 0;
const RATE = 10;
const SECONDS = soaking ? minutes * 60 : 3;
/** What must come through a second: nearly all that is asked, on two free processors; beside other layers a twentieth of it. */
const FLOOR = soaking ? RATE * 0.9 : 0.5;
const TIMES_OVER = 3;
const OVERLOADED = soaking ? 1800 : 10;
const LET_THROUGH = soaking ? RATE : 0.5;
/** The local cloud works off some six submissions a second with all that follows; the rest waits until nobody asks any more. */
const REST_SECONDS = soaking ? Math.max(300, minutes * 60) : 240;
/** A worker that has warmed up may grow by so much and no more. */
const MOST_GROWTH_MEGABYTES = 40;

let customers: readonly LoadedCustomer[];
/** What other files left to be tried again later: their faults are not this load's. */
let before: Readonly<Record<string, number>> = {};
let makeDraft: Awaited<ReturnType<typeof makeDrafts>>;
const accepted: Submitted[] = [];

beforeAll(async () => {
  const bench = journeyBench();
  customers = await Promise.all(
    ['a', 'b'].map(async (name, n) => {
      const { token } = await bench.customer(`load-${name}@example.org`, `100${n}`);
      return { token, personId: (await call('GET', '/me', token)).body.personId };
    }),
  );
  makeDraft = await makeDrafts(cloud);
  before = await queued(cloud);
}, 120_000);

/** Asks at a steady rate whatever comes back: a slow answer does not make the next one wait. */
async function atRate(apiUrl: string, rate: number, count: number, during: (n: number) => void = () => {}) {
  const asked: Promise<Submitted>[] = [];
  const begun = Date.now();
  for (let n = 0; n < count; n += 1) {
    const owner = customers[n % customers.length];
    if (owner === undefined) throw new Error('Nobody is signed in');
    const draft = await makeDraft(owner);
    asked.push(submit(apiUrl, draft));
    during(n);
    await wait(Math.max(0, begun + ((n + 1) * 1000) / rate - Date.now()));
  }
  const rateAsked = count / ((Date.now() - begun) / 1000);
  const answers = await Promise.all(asked);
  accepted.push(...answers.filter((answer) => answer.accepted));
  return { rate: rateAsked, gaveUp: answers.filter((answer) => !answer.accepted).length };
}

const say = (line: string) => process.stdout.write(`${line}\n`);

async function emptied(): Promise<void> {
  let left = {};
  await eventually(
    'every queue to be as it was',
    async () => {
      const now = Object.entries(await queued(cloud));
      left = Object.fromEntries(now.filter(([queue, count]) => count > (before[queue] ?? 0)));
      return Object.keys(left).length === 0 ? true : undefined;
    },
    REST_SECONDS,
  ).catch(() => {});
  expect(left).toEqual({});
}

test(
  '[R19] submissions asked for at up to ten a second are all accepted, kept once and worked off, and no queue grows',
  async () => {
    let warm = 0;
    const count = RATE * SECONDS;
    const { rate, gaveUp } = await atRate(cloud.apiUrl, RATE, count, (n) => {
      if (n === Math.floor(count / 4)) warm = largestWorkerMegabytes(cloud);
      if (soaking && n % (RATE * 60) === 0)
        void queued(cloud).then((left) =>
          say(`${n} asked; queued: ${JSON.stringify(left)}; ${largestWorkerMegabytes(cloud)} MB`),
        );
    });
    const times = accepted.map(({ milliseconds }) => milliseconds).toSorted((one, other) => one - other);
    const at = (share: number) => times[Math.floor(times.length * share)];
    say(
      `${count} submissions, ${rate.toFixed(1)} a second; half within ${at(0.5)} ms, 95 % within ${at(0.95)} ms`,
    );
    expect(rate).toBeGreaterThan(FLOOR);
    expect(gaveUp).toBe(0);
    await emptied();
    if (soaking) expect(largestWorkerMegabytes(cloud) - warm).toBeLessThan(MOST_GROWTH_MEGABYTES);
  },
  soaking ? minutes * 180_000 : 300_000,
);

test(
  '[R19] at three times what the gateway lets through clients are told so and back off, and what was accepted is unharmed',
  async () => {
    const throttle = await openThrottle(cloud.apiUrl, { rate: LET_THROUGH, burst: 2 });
    const { gaveUp } = await atRate(throttle.url, LET_THROUGH * TIMES_OVER, OVERLOADED);
    throttle.close();
    say(`${throttle.counts.passed} passed, ${throttle.counts.refused} told to wait, ${gaveUp} gave up`);
    expect(throttle.counts.refused).toBeGreaterThan(0);
    expect(gaveUp).toBeLessThan(OVERLOADED);
    await emptied();
    expect(await eventsOf(accepted.map(({ caseId }) => caseId))).toEqual([]);
    await expectAtRest(REST_SECONDS);
  },
  soaking ? 3_600_000 : 300_000,
);

/** Each accepted case must have been submitted once, under a receipt number of its own; names what was not. */
async function eventsOf(caseIds: readonly string[]): Promise<readonly string[]> {
  const submitted = new Map<string, number>();
  const receipts: unknown[] = [];
  for (const item of await cloud.dump(cloud.output('RecordsTableName'))) {
    if (!String(item.pk).startsWith('CASE#load-') || !String(item.sk).startsWith('v#')) continue;
    const { id, event, state } = readClearPart(keptVersionOf(item));
    if (Object(event).type !== 'submitted') continue;
    submitted.set(id, (submitted.get(id) ?? 0) + 1);
    receipts.push(Object(state).receiptNumber);
  }
  const wrong = caseIds
    .filter((id) => submitted.get(id) !== 1)
    .map((id) => `${id}: ${submitted.get(id) ?? 0} times`);
  return new Set(receipts).size === receipts.length ? wrong : [...wrong, 'two receipts of one number'];
}
