import { givenAnswers } from '../../support/given/answers.ts';
import type { journeyBench } from './journey-bench.ts';

type Bench = ReturnType<typeof journeyBench>;

/** A case that was applied for, granted, handed over and filed, everything in order the first time; answers its id. */
export async function filedCase(bench: Bench, contact: string): Promise<string> {
  const customer = await bench.customer(contact, '451X');
  const caseId = await customer.begin('sole-trader-registration');
  await customer.saveDraft(caseId, 1, givenAnswers({ email: contact }));
  for (const documentId of ['identity', 'premises-lease']) await customer.upload(caseId, documentId);
  await customer.clean(caseId);
  await customer.command(caseId, 'submit', { revision: 1 });
  const officer = await bench.staff('officer');
  await officer.until(caseId, ({ state }) => state.status === 'submitted' && state.checked);
  for (const documentId of ['identity', 'premises-lease'])
    await officer.command(caseId, 'judge-document', { documentId, verdict: 'ok' });
  await officer.command(caseId, 'confirm-identity', { originalSeen: true });
  await officer.command(caseId, 'accept', {});
  const assigned = await officer.until(
    caseId,
    ({ state }) => state.status === 'in-review' && state.reviewer !== undefined,
  );
  const reviewer = await bench.staffOf(assigned);
  for (const lineId of ['complete', 'name', 'scope', 'premises'])
    await reviewer.command(caseId, 'answer-review-line', { lineId, finding: 'met' });
  await reviewer.proveAgain();
  await reviewer.command(caseId, 'sign-opinion', { opinion: '符合規定，建議核准。' });
  const approver = await bench.staff('approver');
  await approver.until(caseId, ({ state }) => state.status === 'in-handling' && state.step?.act === 'decide');
  await approver.command(caseId, 'decide', { outcome: 'granted' });
  const issuer = await bench.staff('issuer');
  await issuer.until(
    caseId,
    ({ state }) => state.status === 'in-handling' && state.certificate !== undefined,
  );
  await issuer.command(caseId, 'complete-step', {});
  const counter = await bench.staff('counter');
  await counter.until(caseId, ({ state }) => state.status === 'in-handling' && state.step?.act === 'issue');
  await counter.command(caseId, 'complete-step', {});
  await counter.until(caseId, ({ state }) => state.status === 'awaiting-collection');
  await counter.command(caseId, 'collect', { collector: 'applicant' });
  await counter.until(caseId, ({ state }) => state.status === 'archived');
  return caseId;
}
