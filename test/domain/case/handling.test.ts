import { expect, test } from 'vitest';
import { stageOf } from '../../../functions/domain/case/stage.ts';
import {
  approver,
  bringTo,
  customer,
  issuer,
  makeCaseStory,
  officer,
  reviewer,
  system,
} from '../../support/given/case-story.ts';
import { givenService } from '../../support/given/service.ts';

test('[3.6.1] whoever accepted or reviewed may not approve, not even through a substitute [R30]', async () => {
  const story = await bringTo('in-handling');
  await story.done(system, { type: 'open-step' });
  const grant = { type: 'decide', outcome: 'granted' };
  expect(await story.refusal(officer, grant)).toBe('four-eyes');
  expect(await story.refusal(reviewer, grant)).toBe('four-eyes');
  expect(await story.refusal({ ...approver, onBehalfOf: reviewer.id }, grant)).toBe('four-eyes');
  expect(await story.refusal(approver, grant)).toBe('accepted');
});

test('[3.6.1] a refusal names ground and article and goes straight to being told', async () => {
  const story = await bringTo('in-handling');
  await story.done(system, { type: 'open-step' });
  expect(await story.refusal(approver, { type: 'decide', outcome: 'refused' })).toBe('ground-missing');
  const { state } = await story.done(approver, {
    type: 'decide',
    outcome: 'refused',
    ground: '場所證明無效',
    article: '條例第十一條',
  });
  expect(state).toMatchObject({ status: 'result-ready', outcome: 'refused' });
});

test('[3.6.2] no step is open without owner and date, and the legal clock stops at the decision', async () => {
  const story = await bringTo('in-handling');
  const opened = await story.done(system, { type: 'open-step' });
  expect(opened.state).toMatchObject({
    step: { owner: { queue: 'approver' }, dueAt: '2026-03-02T16:00:00Z' },
  });
  const { state } = await story.done(approver, { type: 'decide', outcome: 'granted' });
  expect(state).toMatchObject({
    outcome: 'granted',
    clock: { facts: { stoppedAt: '2026-03-02T01:00:00Z' } },
  });
  expect(stageOf(state)).toBe('open-step');
});

test('a certificate is made only once, after the decision', async () => {
  const story = await bringTo('in-handling');
  const made = { type: 'record-certificate', certificateId: 'cert-1', number: 'GT2026000001', sha256: 'b' };
  expect(await story.refusal(system, made)).toBe('not-decided');
  await story.done(system, { type: 'open-step' });
  await story.done(approver, { type: 'decide', outcome: 'granted' });
  await story.done(system, { type: 'open-step' });
  expect(await story.refusal(issuer, { type: 'complete-step' })).toBe('certificate-not-made-yet');
  await story.done(system, made);
  expect(await story.refusal(system, made)).toBe('certificate-already-made');
});

test('[3.6.1] four eyes hold for making and issuing too, where the service says so', async () => {
  const service = givenService();
  const steps = service.steps.map((step) =>
    step.act === 'make' ? { ...step, notThePersonWho: ['approved' as const] } : step,
  );
  const story = await bringTo('in-handling', makeCaseStory({ service: { ...service, steps } }));
  await story.done(system, { type: 'open-step' });
  await story.done(approver, { type: 'decide', outcome: 'granted' });
  await story.done(system, { type: 'open-step' });
  const made = { certificateId: 'cert-1', number: 'GT2026000001', sha256: 'b' };
  await story.done(system, { type: 'record-certificate', ...made });
  expect(await story.refusal(approver, { type: 'complete-step' })).toBe('four-eyes');
  expect(await story.refusal(issuer, { type: 'complete-step' })).toBe('accepted');
});

test('a step that has an owner is completed by its owner', async () => {
  const story = await bringTo('in-handling');
  await story.done(system, { type: 'open-step', personId: 'person-other-approver' });
  expect(await story.refusal(approver, { type: 'decide', outcome: 'granted' })).toBe('not-your-case');
});

test('[3.6.1] whom somebody stood in for has had that part too [R30]', async () => {
  const story = await bringTo('submitted');
  for (const documentId of ['identity', 'premises-lease']) {
    await story.done(officer, { type: 'judge-document', documentId, verdict: 'ok' });
  }
  await story.done({ ...officer, onBehalfOf: approver.id }, { type: 'accept' });
  await story.done(system, { type: 'assign', personId: reviewer.id, why: [] });
  for (const { id } of story.reference.service.reviewChecklist) {
    await story.done(reviewer, { type: 'answer-review-line', lineId: id, finding: 'met' });
  }
  await story.done(reviewer, { type: 'sign-opinion', opinion: '符合規定', reauthenticated: true });
  await story.done(system, { type: 'open-step' });
  expect(await story.refusal(approver, { type: 'decide', outcome: 'granted' })).toBe('four-eyes');
});

test('what is decided cannot be taken back by the customer', async () => {
  const story = await bringTo('in-handling');
  await story.done(system, { type: 'open-step' });
  await story.done(approver, { type: 'decide', outcome: 'granted' });
  expect(await story.refusal(customer, { type: 'withdraw' })).toBe('already-decided');
});
