import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { keptVersionOf } from '../../functions/adapters/dynamodb/items.ts';
import { readClearPart } from '../../functions/domain/record/read-version.ts';
import { call } from '../integration/support/api-calls.ts';
import { cloud } from '../integration/support/cloud.ts';
import { eventually } from '../integration/support/connect.ts';
import { journeyBench } from '../integration/support/journey-bench.ts';
import { makeDrafts, type ReadyDraft, submit } from '../integration/support/load.ts';
import { type Figure, quantile, times, verdictOf } from './figure.ts';
import { keepFigures } from './keep.ts';
import { until } from './until.ts';

const ASKED_RATE = 10;
/** What one emulator on two processors works off as it comes; at more, everything waits for the emulator. */
const CARRIED_RATE = 3;
const SECONDS = 20;
/** Before that, unmeasured: a burst on a cloud that has just been raised measures the start of its workers. */
const WARM_UP_SECONDS = 10;
/** One in so many is accepted by an officer at once, and goes on to a reviewer while the others come in. */
const ACCEPTED = 10;
const MOST = 5;
/** What the machine cannot work off at once it works off later: that is measured, and not an error. */
const PATIENCE_SECONDS = 400;
const PAPERS = ['identity', 'premises-lease'];

test('[P7] a case comes to its reviewer soon, while ten a second are handed in', async () => {
  const hall = await openHall();
  await hall.handIn(WARM_UP_SECONDS, CARRIED_RATE);
  const carried = await measure(hall, CARRIED_RATE);
  const asked = await measure(hall, ASKED_RATE);
  await keepFigures('assignment', [...carried, ...asked]);
}, 900_000);

type Hall = Awaited<ReturnType<typeof openHall>>;

async function openHall() {
  const bench = journeyBench();
  const officer = await bench.staff('officer');
  const { token } = await bench.customer('assignment@example.org', '451X');
  const { personId } = (await call('GET', '/me', token)).body;
  const makeDraft = await makeDrafts(cloud);
  const accept = async (caseId: string) => {
    const state = await until(caseId, (one) => one.status === 'submitted' && one.checked);
    for (const documentId of PAPERS)
      await patiently(() => officer.command(caseId, 'judge-document', { documentId, verdict: 'ok' }));
    // Whose papers were seen for one case is known at the next.
    if (state.status === 'submitted' && !state.identityChecked)
      await patiently(() => officer.command(caseId, 'confirm-identity', { originalSeen: true }));
    await patiently(() => officer.command(caseId, 'accept', {}));
  };
  const handIn = async (seconds: number, rate: number) => {
    const drafts: ReadyDraft[] = [];
    for (let n = 0; n < rate * seconds; n += 1) drafts.push(await makeDraft({ token, personId }));
    const begun = Date.now();
    const submitted = await Promise.all(
      drafts.map(async (draft, n) => {
        await wait((n * 1000) / rate);
        const answer = await submit(cloud.apiUrl, draft);
        if (n % ACCEPTED === 0) await accept(draft.caseId);
        return answer;
      }),
    );
    return { drafts, submitted, seconds: (Date.now() - begun) / 1000 };
  };
  return { handIn };
}

async function measure(hall: Hall, rate: number): Promise<readonly Figure[]> {
  const { drafts, submitted, seconds } = await hall.handIn(SECONDS, rate);
  const accepted = drafts.filter((_, n) => n % ACCEPTED === 0).map(({ caseId }) => caseId);
  const moments = await eventually(
    'all cases to be checked, and those accepted to be assigned',
    async () => {
      const found = await momentsOf(new Set(drafts.map(({ caseId }) => caseId)));
      const done =
        [...found.values()].every((one) => one.has('checked')) &&
        accepted.every((caseId) => found.get(caseId)?.has('assigned'));
      return done ? found : undefined;
    },
    PATIENCE_SECONDS,
  );
  const took = (from: string, to: string) =>
    [...moments.values()].flatMap((one) => {
      const [start, end] = [one.get(from), one.get(to)];
      return start === undefined || end === undefined ? [] : [end - start];
    });
  const roundTrip = quantile(
    submitted.map(({ milliseconds }) => milliseconds),
    0.95,
  );
  const [checked, assigned] = [took('submitted', 'checked'), took('accepted', 'assigned')];
  const ratio = (quantile(checked, 0.95) + quantile(assigned, 0.95)) / roundTrip;
  expect(moments.size).toBe(drafts.length);
  return [
    {
      goal: 'P7',
      what: `handed in → reviewer assigned, without the officer's own time, p95, at ${rate} a second`,
      measured: times(ratio),
      reference: `1 × = one call of the API under the same load, p95, ${roundTrip} ms here`,
      aim: rate === ASKED_RATE ? `≤ ${MOST} ×` : '',
      verdict: rate === ASKED_RATE ? verdictOf(ratio <= MOST) : 'stated',
    },
    stated(`handed in → checked, at ${rate} a second`, checked, roundTrip),
    stated(`accepted → reviewer assigned, at ${rate} a second`, assigned, roundTrip),
    {
      goal: 'P7',
      what: 'handed in, and worked off without a loss',
      measured: `${moments.size} of ${drafts.length}`,
      reference: `asked for at ${rate} a second, all of it done at ${(drafts.length / seconds).toFixed(1)} a second`,
      aim: 'all',
      verdict: verdictOf(moments.size === drafts.length),
    },
  ];
}

/** Told that the cloud is busy, an officer waits and asks again; nothing was done. */
async function patiently(act: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await act();
      return;
    } catch (error) {
      if (tries === 20 || !String(error).includes(': 429')) throw error;
      await wait(300 * tries);
    }
  }
}

function stated(what: string, taken: readonly number[], roundTrip: number): Figure {
  return {
    goal: 'P7',
    what: `${what}, p50 and p95`,
    measured: [0.5, 0.95].map((share) => times(quantile(taken, share) / roundTrip)).join(', '),
    reference: `${taken.length} cases, by the dates on their versions`,
    aim: '',
    verdict: 'stated',
  };
}

/** When each of these cases was submitted, checked, accepted and assigned, in milliseconds. */
async function momentsOf(
  caseIds: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const moments = new Map<string, Map<string, number>>();
  for (const item of await cloud.dump(cloud.output('RecordsTableName'))) {
    if (!caseIds.has(String(item.id)) || !String(item.sk).startsWith('v#')) continue;
    const { id, at, event } = readClearPart(keptVersionOf(item));
    const { type } = Object(event);
    const known = moments.get(id) ?? new Map<string, number>();
    if (!known.has(type)) known.set(type, Date.parse(at));
    moments.set(id, known);
  }
  return moments;
}
