import { expect, test } from 'vitest';
import { caseDefinition } from '../../../functions/domain/case/case.ts';
import { expiryRefusal } from '../../../functions/domain/case/draft-expiry.ts';
import { headOfCase } from '../../../functions/domain/case/head-of-case.ts';
import { bringTo, customer, makeCaseStory, officer, system, upload } from '../../support/given/case-story.ts';
import { givenService } from '../../support/given/service.ts';

test('[3.2.2] silence past the response date is deemed withdrawn, dated as the law says [R14]', async () => {
  const story = await bringTo('awaiting-supplement');
  await upload(story, 'premises-lease');
  story.at('2026-03-26T01:00:00Z');
  expect(await story.refusal(customer, { type: 'supplement', answers: {} })).toBe('not-in-this-status');
  const { state, effectiveAt } = await story.current();
  expect(state).toMatchObject({
    status: 'result-ready',
    outcome: 'lapsed',
    endedAt: '2026-03-23T16:00:00Z',
  });
  expect(effectiveAt).toBe('2026-03-23T16:00:00Z');
});

test('[3.2.2] without a notice in time it is accepted from receipt where the service’s law says so', async () => {
  const story = makeCaseStory();
  const { service } = story.reference;
  const basis = service.limits.statutory.legalBasis;
  const permit = {
    ...service,
    deemedAcceptance: basis,
    limits: { ...service.limits, notice: { ...service.limits.statutory, amount: 5 } },
  };
  await bringTo('draft', story);
  await upload(story, 'identity');
  await story.done(customer, { type: 'submit', revision: 1 }, { service: permit });
  story.at('2026-03-12T01:00:00Z');
  expect((await story.give(officer, { type: 'send-notice' }, { service: permit })).done).toBe(false);
  expect((await story.current()).state).toMatchObject({
    status: 'in-review',
    clock: { facts: { receivedAt: '2026-03-02T01:00:00Z' } },
  });
});

test('[3.7.2] what is not fetched is listed on day 30, still open', async () => {
  const story = await bringTo('awaiting-collection');
  story.at('2026-04-02T01:00:00Z');
  await story.done(system, { type: 'add-note-nothing' }).catch(() => {});
  expect((await story.current()).state).toMatchObject({ status: 'awaiting-collection', uncollected: true });
});

test('[3.2.2] a case that is deemed accepted has its review limit from that instant, not behind it', async () => {
  const story = await permitStory();
  story.at('2026-03-12T01:00:00Z');
  await story.give(system, { type: 'perform-due' });
  expect((await story.current()).state).toMatchObject({
    status: 'in-review',
    reviewDueAt: '2026-03-11T16:00:00Z',
  });
});

test('[3.2.2] the answer to a notice is received anew: its limit runs from it', async () => {
  const story = await permitStory();
  const wrong = { documentId: 'premises-lease', verdict: 'wrong', reason: 'not-signed' };
  await story.done(officer, { type: 'judge-document', ...wrong });
  await story.done(officer, { type: 'send-notice' });
  story.at('2026-03-11T01:00:00Z');
  await upload(story, 'premises-lease');
  const { state } = await story.done(customer, { type: 'supplement', answers: {} });
  expect(state).toMatchObject({ noticeDueAt: '2026-03-18T16:00:00Z' });
  story.at('2026-03-19T01:00:00Z');
  await story.give(system, { type: 'perform-due' });
  expect((await story.current()).state).toMatchObject({
    status: 'in-review',
    clock: { facts: { receivedAt: '2026-03-11T01:00:00Z' } },
  });
});

test('[4.3.1] the clock of a case that was withdrawn or has lapsed stands still', async () => {
  const withdrawn = await bringTo('in-review');
  const { state } = await withdrawn.done(customer, { type: 'withdraw' });
  expect(state).toMatchObject({ clock: { facts: { stoppedAt: '2026-03-02T01:00:00Z' } } });
  const lapsed = await bringTo('awaiting-correction');
  lapsed.at('2026-03-26T01:00:00Z');
  await lapsed.give(system, { type: 'perform-due' });
  expect((await lapsed.current()).state).toMatchObject({
    outcome: 'lapsed',
    clock: { facts: { stoppedAt: '2026-03-23T16:00:00Z' } },
  });
});

test('a draft that has expired takes nothing any more, and is on nobody’s list', async () => {
  const story = await bringTo('draft');
  story.at('2026-04-02T01:00:00Z');
  expect(await story.refusal(customer, { type: 'submit', revision: 1 })).toBe('draft-expired');
  const facts = { documentId: 'identity', bytes: 10, mediaType: 'image/png', objectVersion: 'v' };
  expect(await story.refusal(customer, { type: 'record-upload', fileId: 'f', fileName: 'x', ...facts })).toBe(
    'draft-expired',
  );
  const expired = await story.current();
  expect(expired).toMatchObject({ event: { type: 'expired' }, effectiveAt: '2026-04-01T01:00:00Z' });
  expect(headOfCase(expired).belongsTo).toBeUndefined();
});

/** A permit, where the law itself accepts when nobody answers within five working days. */
async function permitStory() {
  const service = givenService();
  const { statutory } = service.limits;
  const limits = { ...service.limits, notice: { ...statutory, amount: 5 } };
  const permit = { ...service, deemedAcceptance: statutory.legalBasis, limits };
  return bringTo('submitted', makeCaseStory({ service: permit }));
}

test('a draft whose day has passed keeps nothing more, also before the sweep has come by', async () => {
  const { state } = await (await bringTo('draft')).current();
  expect(expiryRefusal(state, '2026-04-01T00:59:59Z')).toBeUndefined();
  expect(expiryRefusal(state, '2026-04-01T01:00:00Z')).toEqual({ kind: 'draft-expired' });
});

test('[R14] an effect is due at its very instant, and not a second before', async () => {
  const story = await bringTo('awaiting-supplement');
  const due = async (now: string) =>
    caseDefinition.nextDueEffect?.(await story.current(), now, story.reference)?.effect;
  expect(await due('2026-03-23T15:59:59Z')).toBeUndefined();
  expect(await due('2026-03-23T16:00:00Z')).toBe('lapse');
});

test('[R14] an answer that came in time, but after midnight was handled, is never beaten by the sweep', async () => {
  const story = await bringTo('awaiting-supplement');
  await upload(story, 'premises-lease');
  story.at('2026-03-23T15:59:59Z');
  expect(await story.refusal(customer, { type: 'supplement', answers: {} })).toBe('accepted');
  const late = await bringTo('awaiting-supplement');
  late.at('2026-03-23T16:01:00Z');
  expect(await late.refusal(customer, { type: 'supplement', answers: {} })).toBe('settling');
  expect((await late.current()).state.status).toBe('awaiting-supplement');
});
