import { localDate } from '../../../functions/domain/clock/local-time.ts';
import type { MemoryCloud } from './cloud.ts';
import type { Story } from './stories.ts';

const TWO_DAYS_MS = 2 * 24 * 60 * 60_000;

/** An applicant asks for the signed receipt, the night seals the day, and strangers ask for keys, digest and proof. */
export async function dayIsSealed(story: Story, cloud: MemoryCloud): Promise<void> {
  await story.submit();
  const me = { pool: 'me', subject: story.name } as const;
  const signed = { method: 'GET', path: `/me/cases/${story.caseId}/receipt`, who: me } as const;
  const { statement } = await story.ask(signed);
  cloud.wait(TWO_DAYS_MS);
  cloud.works.add({ kind: 'tick', folder: 'events/seal-digest', event: {}, at: Date.now(), tries: 0 });
  await story.rest();
  const path = `/public/digests/${localDate(statement.writtenAt, 'Asia/Shanghai')}`;
  for (const open of ['/public/keys', '/public/digests', path, `${path}/proofs/${statement.hash}`]) {
    await story.ask({ method: 'GET', path: open });
  }
  await story.tryOut(signed);
}
