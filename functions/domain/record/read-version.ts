import * as z from 'zod/mini';
import type { KeptVersion } from './chain.ts';
import type { ClearVersion, RecordDefinition, RecordTypes, StoredContent, VersionOf } from './definition.ts';
import { RECORD_KINDS } from './version.ts';

const author = z.object({
  kind: z.enum(['customer', 'representative', 'staff', 'system']),
  id: z.string(),
  onBehalfOf: z.exactOptional(z.string()),
});

const recordRef = z.object({ kind: z.enum(RECORD_KINDS), id: z.string() });

const clearPart = z.object({
  ...recordRef.shape,
  hall: z.string(),
  epoch: z.int(),
  version: z.int(),
  schemaVersion: z.int(),
  at: z.string(),
  effectiveAt: z.string(),
  by: author,
  commandId: z.string(),
  bodyMac: z.string(),
  recent: z.array(z.object({ commandId: z.string(), version: z.int(), bodyMac: z.string() })),
  event: z.unknown(),
  state: z.unknown(),
  messages: z.array(
    z.object({
      message: z.string(),
      channel: z.enum(['mail', 'sms', 'phone']),
      to: z.string(),
      statutory: z.exactOptional(z.boolean()),
    }),
  ),
  followUps: z.array(
    z.object({
      to: recordRef,
      command: z.looseObject({ type: z.string() }),
      onRefusal: z.exactOptional(z.string()),
    }),
  ),
  claims: z.array(z.object({ what: z.string(), mac: z.string() })),
  bodies: z.array(z.string()),
  nextDueAt: z.exactOptional(z.string()),
  previousHash: z.string(),
  sealedSha256: z.exactOptional(z.string()),
});

export type ReadClearPart = z.infer<typeof clearPart>;

/** The clear part of a kept version; throws on what was not written by the kernel. */
export function readClearPart(kept: KeptVersion): ReadClearPart {
  return clearPart.parse(JSON.parse(kept.clear));
}

/**
 * Opens a kept version as its kind reads it today: upcasts content of an older `schemaVersion` step by step, then
 * parses it. `openSealed` gives the text of the personal part. Throws on a schema version newer than the code
 * (a deployment going backwards) and on content that is not of this kind.
 */
export function readVersion<T extends RecordTypes>(
  definition: RecordDefinition<T>,
  kept: KeptVersion,
  openSealed: (sealed: Uint8Array) => string,
): VersionOf<T> {
  const { sealedSha256: _proof, state, event, ...header } = readClearPart(kept);
  if (header.kind !== definition.kind)
    throw new TypeError(`A ${header.kind} was read as a ${definition.kind}`);
  const personal: unknown = kept.sealed === undefined ? null : JSON.parse(openSealed(kept.sealed));
  const content = upcast(definition, header.schemaVersion, { state, event, personal });
  return { ...header, ...parseContent(definition, content) };
}

export function parseContent<T extends RecordTypes>(
  { schema }: Pick<RecordDefinition<T>, 'schema'>,
  { state, personal, event }: StoredContent,
): Pick<VersionOf<T>, 'state' | 'personal' | 'event'> {
  return {
    state: schema.state.parse(state),
    personal: schema.personal.parse(personal),
    event: schema.event.parse(event),
  };
}

/** The clear state of a version, upcast and parsed: for whoever has no key. */
export function readClearState<T extends RecordTypes>(
  definition: RecordDefinition<T>,
  kept: KeptVersion,
): ClearVersion<T['state']> {
  const { id, hall, at, version, schemaVersion, state, event } = readClearPart(kept);
  const content = upcast(definition, schemaVersion, { state, event, personal: null });
  return { id, hall, at, version, state: definition.schema.state.parse(content.state) };
}

function upcast<T extends RecordTypes>(
  definition: Pick<RecordDefinition<T>, 'schemaVersion' | 'upcasters'>,
  from: number,
  content: StoredContent,
): StoredContent {
  if (from === definition.schemaVersion) return content;
  const step = definition.upcasters?.[from];
  if (step === undefined) throw new TypeError(`Schema version ${from} has no upcaster`);
  return upcast(definition, from + 1, step(content));
}
