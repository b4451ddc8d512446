import * as z from 'zod/mini';
import type { KeptVersion } from '../../domain/record/chain.ts';
import { readClearPart } from '../../domain/record/read-version.ts';
import type { RecordRef } from '../../domain/record/version.ts';
import * as keys from './keys.ts';

const bytes = z.instanceof(Uint8Array);

const versionItem = z.object({
  epoch: z.int(),
  version: z.int(),
  clear: z.string(),
  hash: z.string(),
  sealed: z.exactOptional(bytes),
});

/**
 * A version as an item. `clear` is what was hashed and what is read; the attributes beside it exist for indexes
 * and for the person at the console, and nothing decides by them.
 */
export function versionItemOf(ref: RecordRef, kept: KeptVersion) {
  const { at, event, by, hall, schemaVersion } = readClearPart(kept);
  const shard = keys.shardOf(ref.id, keys.LOG_SHARDS);
  return {
    pk: keys.recordKey(ref),
    sk: keys.versionKey(kept),
    ...ref,
    ...kept,
    at,
    by: by.kind,
    hall,
    schemaVersion,
    eventType: eventType(event),
    gsi4pk: keys.logKey(at, shard),
    gsi4sk: keys.logSortKey(at, ref, kept),
  };
}

export function keptVersionOf(item: unknown): KeptVersion {
  return versionItem.parse(item);
}

function eventType(event: unknown): string {
  const parsed = z.object({ type: z.string() }).safeParse(event);
  return parsed.success ? parsed.data.type : 'unknown';
}

export const keyItem = z.object({ wrapped: bytes });
export const bodyItem = z.object({ sealed: bytes });
export const draftItem = z.object({ revision: z.int(), savedAt: z.string(), sealed: bytes });
export const accessItem = z.object({
  accessId: z.string(),
  at: z.string(),
  by: z.object({
    kind: z.string(),
    id: z.string(),
    onBehalfOf: z.exactOptional(z.string()),
    office: z.exactOptional(z.object({ hall: z.string(), roles: z.array(z.string()) })),
  }),
  what: z.string(),
  why: z.exactOptional(z.string()),
  hash: z.exactOptional(z.string()),
});
