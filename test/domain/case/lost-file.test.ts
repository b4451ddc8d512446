import { describe, expect, test } from 'vitest';
import { readClearPart } from '../../../functions/domain/record/read-version.ts';
import { messageFactsOf } from '../../../functions/use-cases/messages/message-facts.ts';
import { bringTo, customer, officer, system } from '../../support/given/case-story.ts';

const LATER = '2026-03-04T01:00:00Z';
const again = (fileId: string, documentId: string) => ({
  ...{ type: 'record-upload', fileId, documentId, fileName: '再掃描.pdf', bytes: 1000 },
  ...{ mediaType: 'application/pdf', objectVersion: 'v1' },
});

async function fileOf(story: Awaited<ReturnType<typeof bringTo>>, documentId: string) {
  const { state } = await story.current();
  return state.files.find((file) => file.documentId === documentId)?.fileId ?? 'none';
}

describe('a file that was handed in and lost with a region', () => {
  test.each(['submitted', 'in-review', 'in-handling'] as const)(
    '[R15] is asked for by name while the case is %s, and the one sent again takes its place',
    async (status) => {
      const story = await bringTo(status);
      const fileId = await fileOf(story, 'identity');
      const before = await story.current();
      const { state, messages } = await story.done(system, { type: 'ask-for-file', fileId });
      expect(state.files.find((file) => file.fileId === fileId)).toMatchObject({
        scan: 'refused',
        scanReason: 'file-lost',
      });
      expect(messages.map(({ message, channel }) => [message, channel])).toEqual([
        ['file-lost', 'mail'],
        ['file-lost', 'sms'],
      ]);
      expect(state).toEqual({ ...before.state, files: state.files });

      expect(await story.refusal(customer, again('file-x', 'premises-lease'))).toBe('document-not-asked-for');
      const { state: after } = await story.done(customer, again('file-new', 'identity'));
      expect(after.files.map(({ fileId: one }) => one)).not.toContain(fileId);
      expect(after.files.find(({ documentId }) => documentId === 'identity')).toMatchObject({
        fileId: 'file-new',
        scan: 'checking',
      });
      expect(await story.refusal(customer, again('file-newer', 'identity'))).toBe('document-not-asked-for');
    },
  );

  test('[R15] costs the applicant nothing: the whole time to answer begins again, and no limit of ours moves', async () => {
    const story = await bringTo('awaiting-supplement');
    const fileId = await fileOf(story, 'identity');
    const before = await story.current();
    story.at(LATER);
    const { state, nextDueAt } = await story.done(system, { type: 'ask-for-file', fileId });
    if (before.state.status !== 'awaiting-supplement' || state.status !== 'awaiting-supplement')
      throw new Error('The case waits for its customer');
    expect(state.respondByAt > before.state.respondByAt).toBe(true);
    expect(nextDueAt).toBe(state.respondByAt);
    expect(state.clock).toEqual(before.state.clock);
  });

  test('is told to the customer with the name of the paper and the reason', async () => {
    const story = await bringTo('in-review');
    const version = await story.done(system, {
      type: 'ask-for-file',
      fileId: await fileOf(story, 'identity'),
    });
    const { service, days } = story.reference;
    const context = { messageId: 'm', days, portalUrl: 'https://banli.example.org', hotline: '12345' };
    const told = messageFactsOf(version, service, { message: 'file-lost' }, context);
    const paper = service.documents.find(({ id }) => id === 'identity');
    expect(told).toMatchObject({ kind: 'file-lost', facts: { items: [{ what: paper?.name }] } });
  });

  test('is asked for once, and not after the decision', async () => {
    const story = await bringTo('submitted');
    const fileId = await fileOf(story, 'identity');
    await story.done(system, { type: 'ask-for-file', fileId });
    expect(await story.refusal(system, { type: 'ask-for-file', fileId })).toBe('file-not-there');
    const decided = await bringTo('awaiting-collection');
    const late = { type: 'ask-for-file', fileId: await fileOf(decided, 'identity') };
    expect(await decided.refusal(system, late)).toBe('not-in-this-status');
    expect(await story.refusal(officer, { type: 'ask-for-file', fileId })).toBe('not-permitted');
  });

  test('leaves in the history what was lost', async () => {
    const story = await bringTo('submitted');
    const fileId = await fileOf(story, 'identity');
    await story.done(system, { type: 'ask-for-file', fileId });
    const last = story.store.records.get('case/c1')?.at(-1) ?? expect.fail();
    expect(readClearPart(last).event).toEqual({ type: 'file-lost', fileId, documentId: 'identity' });
  });
});
