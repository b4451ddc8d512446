import { headItemOf } from '../../functions/adapters/dynamodb/head-item.ts';
import { versionItemOf } from '../../functions/adapters/dynamodb/items.ts';
import { headOf } from '../../functions/domain/kinds.ts';
import type { KeptVersion } from '../../functions/domain/record/chain.ts';
import type { RecordRef } from '../../functions/domain/record/version.ts';

const KILOBYTE = 1024;
const INDEXES = ['gsi1', 'gsi2', 'gsi5', 'gsi6'] as const;

/** One write: the partition it falls on, and what it costs there in units of one kilobyte. */
export interface Write {
  readonly partition: string;
  readonly units: number;
}

const units = (bytes: number) => Math.max(1, Math.ceil(bytes / KILOBYTE));
const sizeOf = (item: unknown) => Buffer.byteLength(JSON.stringify(item));

/** Every write of these versions, their heads and the index entries of both, with the keys of the real functions. */
export function recordWrites(ref: RecordRef, versions: readonly KeptVersion[]): readonly Write[] {
  let before: Record<string, unknown> = {};
  return versions.flatMap((kept) => {
    const item = versionItemOf(ref, kept);
    const { epoch, version } = kept;
    const head: Record<string, unknown> = headItemOf(
      { ...ref, epoch, version, projection: 1, head: headOf(ref.kind, kept) },
      () => 1,
    );
    const moved = INDEXES.flatMap((index) => {
      const partition = (one: Record<string, unknown>) => `${index} ${one[`${index}pk`]}`;
      const entry = (one: Record<string, unknown>) => [one[`${index}pk`], one[`${index}sk`]].join();
      const same = entry(before) === entry(head);
      const cost = units(sizeOf(head.card) + 200);
      return [
        ...(before[`${index}pk`] !== undefined && !same
          ? [{ partition: partition(before), units: cost }]
          : []),
        ...(head[`${index}pk`] === undefined ? [] : [{ partition: partition(head), units: cost }]),
      ];
    });
    before = head;
    const base = `table ${item.pk}`;
    return [
      { partition: base, units: units(sizeOf({ ...item, sealed: '' }) + (kept.sealed?.length ?? 0)) },
      { partition: base, units: units(sizeOf(head)) },
      { partition: `gsi4 ${item.gsi4pk}`, units: 1 },
      ...moved,
    ];
  });
}
