import type { RecordDefinition, RecordTypes, VersionOf } from '../../domain/record/definition.ts';
import { readVersion } from '../../domain/record/read-version.ts';
import type { RecordRef } from '../../domain/record/version.ts';
import type { RecordKey, RecordKeys } from '../../ports/record-keys.ts';
import type { RecordStore } from '../../ports/record-store.ts';

export interface LoadedRecord<T extends RecordTypes> {
  readonly version: VersionOf<T>;
  readonly hash: string;
  /** The record's opened data key; absent for kinds that hold nothing personal. */
  readonly key?: RecordKey;
}

/** Loads a record with its personal part opened: one consistent query, at most one call to the key service. */
export async function loadRecord<T extends RecordTypes>(
  { store, keys }: { readonly store: RecordStore; readonly keys: RecordKeys },
  definition: RecordDefinition<T>,
  id: string,
): Promise<LoadedRecord<T> | undefined> {
  const ref: RecordRef = { kind: definition.kind, id };
  const kept = await store.newest(ref);
  if (kept === undefined) return undefined;
  const key = kept.dataKey === undefined ? undefined : await keys.open(ref, kept.dataKey);
  const { newest } = kept;
  const version = readVersion(definition, newest, (sealed) => {
    if (key === undefined) throw new TypeError(`${ref.kind}/${id} has a sealed part but no data key`);
    return key.open({ part: 'personal', epoch: newest.epoch, version: newest.version }, sealed);
  });
  return { version, hash: newest.hash, ...(key === undefined ? {} : { key }) };
}
