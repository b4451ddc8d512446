import { seriesDefinition } from '../../domain/series/series.ts';
import { giveCommand } from '../record/give-command.ts';
import type { RecordKernel } from '../record/kernel.ts';

export interface MovingOn {
  readonly seriesId: string;
  /** More than can have been given in what may be missing. */
  readonly by: number;
  readonly reason: string;
  /** Once for each restore or activation. */
  readonly key: string;
}

/**
 * Lets a series leave out numbers that may have been given and are not in its register: after a restore, and where a
 * region was lost whose last versions had not followed. Answers whether it did; a series without numbers has none to leave out.
 */
export async function moveSeriesOn(
  kernel: RecordKernel,
  { seriesId, by, reason, key }: MovingOn,
  now: string,
): Promise<boolean> {
  const answer = await giveCommand(kernel, seriesDefinition, {
    id: seriesId,
    command: { type: 'move-on', by, reason },
    actor: { kind: 'system', id: 'operator' },
    key,
    now,
    reference: async () => undefined,
  });
  return answer.done;
}
