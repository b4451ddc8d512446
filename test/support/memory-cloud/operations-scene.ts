import type { MemoryCloud } from './cloud.ts';
import { subjectOf } from './people.ts';
import type { Story } from './stories.ts';

/** Figures are counted, and operators and strangers look at how it goes. */
export async function operatorsLook(story: Story, cloud: MemoryCloud): Promise<void> {
  await story.submit();
  cloud.works.add({ kind: 'tick', folder: 'events/project-statistics', event: {}, at: Date.now(), tries: 0 });
  await story.rest();
  await story.tryOut({ method: 'GET', path: '/public/status' });
  for (const name of ['supervisor', 'admin'] as const) {
    const who = { pool: 'staff', subject: subjectOf(name) } as const;
    for (const page of ['health', 'figures', 'backups']) {
      await story.tryOut({ method: 'GET', path: `/staff/operations/${page}`, who });
    }
  }
}
