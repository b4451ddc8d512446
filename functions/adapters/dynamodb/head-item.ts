import type { HeadItem } from '../../domain/record/head.ts';
import * as keys from './keys.ts';

/** Queue shards of a hall; more than one only where a hall writes over 500 heads a second. */
export type QueueShards = (hall: string) => number;

/** A head as an item: the card, and an index key for each list it belongs on. */
export function headItemOf(
  { kind, id, epoch, version, projection, head }: HeadItem,
  queueShards: QueueShards,
) {
  const { card, queue, belongsTo, assignedTo, nextDueAt, finders } = head;
  const ref = { kind, id };
  const byId = (sort: string) => `${sort}#${kind}#${id}`;
  return {
    pk: keys.recordKey(ref),
    sk: keys.SORT_KEY.head,
    ...ref,
    epoch,
    version,
    projection,
    card,
    finders: finders ?? [],
    ...(queue && {
      gsi1pk: keys.queueKey(queue.hall, queue.queue, keys.shardOf(id, queueShards(queue.hall))),
      gsi1sk: byId(queue.sort),
    }),
    ...(belongsTo && { gsi2pk: keys.personKey(belongsTo.personId), gsi2sk: byId(belongsTo.sort) }),
    ...(nextDueAt && {
      nextDueAt,
      gsi5pk: keys.dueKey(keys.shardOf(id, keys.DUE_SHARDS)),
      gsi5sk: keys.dueSortKey(nextDueAt, ref),
    }),
    ...(assignedTo && { gsi6pk: keys.deskKey(assignedTo.personId), gsi6sk: byId(assignedTo.sort) }),
  };
}
