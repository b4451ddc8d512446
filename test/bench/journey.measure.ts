import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { cloud } from '../integration/support/cloud.ts';
import { journeyBench } from '../integration/support/journey-bench.ts';
import { type RecordedCall, recordedCalls } from '../integration/support/recorded-calls.ts';
import { givenAnswers } from '../support/given/answers.ts';
import { type Figure, verdictOf } from './figure.ts';
import { costFigures, tally } from './journey-cost.ts';
import { keepFigures } from './keep.ts';
import { until } from './until.ts';

const bench = journeyBench();
const MOST_TRANSITIONS = 28;

test('[P1] [P2] [P3] what a whole case, a command and a page cost', async () => {
  const figures: Figure[] = [];
  const customer = await bench.customer('cost@example.org', '451X');
  const officer = await bench.staff('officer');
  const [reviewers, approver, issuer, counter] = await Promise.all([
    Promise.all(['reviewer', 'reviewer2', 'everything'].map((name) => bench.staff(name))),
    ...['approver', 'issuer', 'counter'].map((name) => bench.staff(name)),
  ]);
  if (!approver || !issuer || !counter || reviewers.length === 0) throw new Error('somebody is missing');
  await wait(1500);
  const before = await counted();

  const caseId = await customer.begin('sole-trader-registration');
  await customer.saveDraft(caseId, 1, givenAnswers({ email: 'cost@example.org' }));
  for (const paper of ['identity', 'premises-lease']) await customer.upload(caseId, paper);
  await customer.clean(caseId);
  await customer.command(caseId, 'submit', { revision: 1 });
  await until(caseId, (state) => state.status === 'submitted' && state.checked);
  for (const documentId of ['identity', 'premises-lease'])
    await officer.command(caseId, 'judge-document', { documentId, verdict: 'ok' });
  await officer.command(caseId, 'confirm-identity', { originalSeen: true });
  await wait(1500);
  const page = await around(() => officer.read(caseId));
  const command = await around(() => officer.command(caseId, 'accept', {}));
  const assigned = await until(
    caseId,
    (state) => state.status === 'in-review' && state.reviewer !== undefined,
  );
  const reviewer = await bench.staffOf({ state: assigned });
  for (const lineId of ['complete', 'name', 'scope', 'premises'])
    await reviewer.command(caseId, 'answer-review-line', { lineId, finding: 'met' });
  await reviewer.proveAgain();
  await reviewer.command(caseId, 'sign-opinion', { opinion: '符合規定，建議核准。' });
  await until(caseId, (state) => state.status === 'in-handling' && state.step?.act === 'decide');
  await approver.command(caseId, 'decide', { outcome: 'granted' });
  await until(caseId, (state) => state.status === 'in-handling' && state.certificate !== undefined);
  await issuer.command(caseId, 'complete-step', {});
  await until(caseId, (state) => state.status === 'in-handling' && state.step?.act === 'issue');
  await counter.command(caseId, 'complete-step', {});
  await until(caseId, (state) => state.status === 'awaiting-collection');
  await counter.command(caseId, 'collect', { collector: 'applicant' });
  await until(caseId, (state) => state.status === 'archived');
  const transitions = await bench.transitions(caseId);
  await wait(3000);
  const calls = (await recordedCalls(cloud.folder)).slice(before);

  figures.push({
    goal: 'P2',
    what: 'state transitions of a case with three handling steps',
    measured: String(transitions),
    reference: 'most that the goal allows: 28',
    aim: `≤ ${MOST_TRANSITIONS}`,
    verdict: verdictOf(transitions <= MOST_TRANSITIONS),
  });
  figures.push(...commandFigures(command, 'accepting a case'), ...pageFigures(page));
  figures.push(...(await costFigures(calls, caseId, transitions)));
  await keepFigures('journey', figures);
  expect(figures.length).toBeGreaterThan(5);
}, 120_000);

async function counted(): Promise<number> {
  return (await recordedCalls(cloud.folder)).length;
}

/** The calls of one function of the API around one request; what consumers do because of it is told by its role. */
async function around(work: () => Promise<unknown>): Promise<readonly RecordedCall[]> {
  const before = await counted();
  await work();
  return (await recordedCalls(cloud.folder))
    .slice(before)
    .filter(({ principal }) => /api-?cases/i.test(principal));
}

/** `command` also reads the case first, as the page does: the reading is taken off. */
function commandFigures(calls: readonly RecordedCall[], what: string): Figure[] {
  const last = calls.findLastIndex(({ action }) => action === 'dynamodb:GetItem');
  const own = calls.slice(last);
  return [
    {
      goal: 'P3',
      what: `${what}: calls to AWS`,
      measured: say(own),
      reference: 'a session get, a query, two puts, one Decrypt',
      aim: '1 get, 1 query, 2 puts, ≤ 1 KMS',
      verdict: verdictOf(
        tally(own, /Query$/) <= 1 && tally(own, /PutItem|UpdateItem/) <= 2 && tally(own, /^kms:/) <= 1,
      ),
    },
  ];
}

function pageFigures(calls: readonly RecordedCall[]): Figure[] {
  return [
    {
      goal: 'P3',
      what: 'a colleague opens a case: calls to AWS',
      measured: say(calls),
      reference: 'a session get, a query, an access put, one Decrypt',
      aim: '1 get, 1 query, 1 put, ≤ 1 KMS',
      verdict: verdictOf(
        tally(calls, /Query$/) <= 1 && tally(calls, /PutItem/) <= 1 && tally(calls, /^kms:/) <= 1,
      ),
    },
  ];
}

function say(calls: readonly RecordedCall[]): string {
  const names = [...new Set(calls.map(({ action }) => action))];
  return names.map((name) => `${calls.filter((one) => one.action === name).length} ${name}`).join(', ');
}
