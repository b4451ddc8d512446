import { describe, expect, test } from 'vitest';
import { journey, settle } from '../../support/journey.ts';
import { activateWhole, activatingIn, twoRegions } from './scene.ts';

describe('files that had not been copied when the region was lost', () => {
  test('[R15] uploads are listed and asked for again, filed papers are listed for a person', async () => {
    const { tokyo, osaka, item } = twoRegions();
    await journey(tokyo, 'accepted');
    osaka.story.at('2026-03-02T01:10:00.000Z');
    const [gone] = (await osaka.story.current()).state.files;
    const copies = {
      hasDocument: async ({ fileId }: { fileId: string }) => fileId !== gone?.fileId,
      hasUpload: async () => true,
      hasFiled: async () => true,
    };
    const answer = await activateWhole(activatingIn(osaka, item, { copies }));
    if ('refused' in answer) throw new Error(answer.refused);
    expect(answer.progress.missing).toEqual([`document c1 ${gone?.fileId}`]);
    expect(answer.progress.figures).toMatchObject({ filesMissing: 1, filesAskedFor: 1 });
    await settle(osaka);
    expect(osaka.outbox.mails.filter(({ subject }) => subject.startsWith('請重新上傳檔案'))).toHaveLength(1);

    const other = twoRegions();
    await journey(other.tokyo, 'made');
    other.osaka.story.at('2026-03-02T01:10:00.000Z');
    const noPapers = {
      hasDocument: async () => true,
      hasUpload: async () => true,
      hasFiled: async () => false,
    };
    const listed = await activateWhole(activatingIn(other.osaka, other.item, { copies: noPapers }));
    if ('refused' in listed) throw new Error(listed.refused);
    expect(listed.progress.missing).toEqual([expect.stringMatching(/^filed .+\.pdf$/)]);
  });
});
