import type { MemoryCloud } from './cloud.ts';
import { subjectOf } from './people.ts';
import type { Story } from './stories.ts';

/**
 * The region that is active is watched, and asked to become what it is already: refused. A whole activation walks a day's
 * log, too long to be disturbed here at each of its calls; it has tests of its own, piece by piece.
 */
export async function regionIsWatched(story: Story, cloud: MemoryCloud): Promise<void> {
  const watch = { kind: 'tick', folder: 'events/watch-region', event: {}, at: Date.now(), tries: 0 } as const;
  cloud.works.add(watch);
  cloud.works.add({ ...watch, folder: 'events/activate-region', event: { by: 'operator', gone: true } });
  await story.rest();
}

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
