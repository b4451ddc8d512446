import { type ClearPart, keepVersion } from '../../domain/record/chain.ts';
import type { NextOf, RecordDefinition, RecordTypes } from '../../domain/record/definition.ts';
import { type Numbering, numberVersion } from '../../domain/record/number-version.ts';
import type { Body, RecordRef } from '../../domain/record/version.ts';
import type { RecordKey } from '../../ports/record-keys.ts';
import type { RecordKernel } from './kernel.ts';
import type { LoadedRecord } from './load-record.ts';

/** A sealed personal part may not outgrow this (item limit of the table: 400 KB; longer texts are bodies). */
export const MOST_SEALED_BYTES = 32 * 1024;

export type Saved<T extends RecordTypes> =
  | { readonly saved: 'kept'; readonly record: LoadedRecord<T> }
  | { readonly saved: 'overtaken' }
  | { readonly saved: 'too-large' };

export type SaveGiven = Omit<Numbering, 'schemaVersion' | 'previousHash' | 'bodyMac'> & {
  /** What decides "same body" when the command is repeated. */
  readonly bodyText: string;
};

/** Where there is no data key there is nothing personal, and a plain hash tells as much as a MAC. */
export function bodyMacOf(
  { sha256 }: Pick<RecordKernel, 'sha256'>,
  key: Pick<RecordKey, 'mac'> | undefined,
  bodyText: string,
): string {
  return key?.mac(bodyText) ?? sha256(bodyText);
}

/**
 * Keeps the next version by one conditional put, then its head. `overtaken`: another command took the place.
 * A put that failed although it took effect (a timeout, a request retried by the client library) finds itself
 * standing there and is no loss; the same command by another request is found by whoever reloads.
 */
export async function saveVersion<T extends RecordTypes>(
  kernel: RecordKernel,
  definition: RecordDefinition<T>,
  current: LoadedRecord<T> | undefined,
  next: NextOf<T>,
  given: SaveGiven,
): Promise<Saved<T>> {
  const { ref, bodyText } = given;
  const nothingToSeal = next.personal === null || next.unsealed === true;
  const key = current?.key ?? (nothingToSeal ? undefined : await makeDataKey(kernel, ref));
  const version = numberVersion(current?.version, next, {
    ...given,
    bodyMac: bodyMacOf(kernel, key, bodyText),
    schemaVersion: definition.schemaVersion,
    ...(current === undefined ? {} : { previousHash: current.hash }),
  });
  const { personal, ...clearPart } = version;
  const sealed = next.unsealed ? undefined : sealPersonal(key, personal, version);
  if (sealed !== undefined && sealed.byteLength > MOST_SEALED_BYTES) return { saved: 'too-large' };
  const kept = keepVersion(clearPart satisfies ClearPart<T['state'], T['event']>, sealed, kernel.sha256);
  await keepBodies(kernel, ref, key, next.bodies ?? []);
  const measures = definition.measuresOf?.(current?.version.state, version.state);
  const answer = await kernel.store.append(ref, kept, measures);
  if (!answer.appended && answer.standing.hash !== kept.hash) return { saved: 'overtaken' };
  kernel.versionKept?.({ ...ref, epoch: version.epoch, version: version.version });
  await putHead(kernel, definition.headOf(version), ref, version);
  return { saved: 'kept', record: { version, hash: kept.hash, ...(key === undefined ? {} : { key }) } };
}

/** Who loses the put of the first data key uses the winner's: two first commands seal under one key. */
async function makeDataKey({ keys, store }: RecordKernel, ref: RecordRef): Promise<RecordKey> {
  const { key, wrapped } = await keys.create(ref);
  const kept = await store.keepDataKey(ref, wrapped);
  return Buffer.compare(kept, wrapped) === 0 ? key : keys.open(ref, kept);
}

function sealPersonal(
  key: RecordKey | undefined,
  personal: unknown,
  { epoch, version }: { epoch: number; version: number },
): Uint8Array | undefined {
  if (personal === null) return undefined;
  return key?.seal({ part: 'personal', epoch, version }, JSON.stringify(personal));
}

async function keepBodies(
  { store }: RecordKernel,
  ref: RecordRef,
  key: RecordKey | undefined,
  bodies: readonly Body[],
) {
  for (const { sha256, text } of bodies) {
    const bytes = key?.seal({ part: 'body', sha256 }, text) ?? new TextEncoder().encode(text);
    await store.keepBody(ref, sha256, bytes);
  }
}

/** Nothing after the put can fail the answer: a head left behind is put by the relay. */
async function putHead(
  { store, headLeftToRelay }: RecordKernel,
  head: Parameters<RecordKernel['store']['putHead']>[0]['head'],
  ref: RecordRef,
  { epoch, version }: { epoch: number; version: number },
): Promise<void> {
  try {
    await store.putHead({ ...ref, epoch, version, projection: HEAD_PROJECTION, head });
  } catch (error) {
    headLeftToRelay(ref, error);
  }
}

/** Raise when any kind's `headOf` changes: a re-index then overwrites heads of the same version. */
export const HEAD_PROJECTION = 1;
