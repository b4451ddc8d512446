import type { RecordTypes, VersionOf } from '../../domain/record/definition.ts';
import type { Author, Position } from '../../domain/record/version.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { RecordKey } from '../../ports/record-keys.ts';
import type { LoadedRecord } from './load-record.ts';

/** A version as a person saw it: without an epoch it is one of the newest version's. */
export interface Seen {
  readonly version: number;
  readonly epoch?: number;
}

export interface CommandGiven<T extends RecordTypes> {
  readonly id: string;
  readonly command: T['command'];
  readonly actor: Author;
  /** The client's idempotency key, or a consumer's deterministic one; scoped to the actor here. */
  readonly key: string;
  /** The version the person saw; system actors leave it out and are judged on the newest. */
  readonly seen?: Seen;
  /**
   * Where a repeat of a system actor's command could stand, where its source tells: after this version; or nowhere,
   * because the judge sees a repeat in the state. Otherwise the whole history is searched.
   */
  readonly repeats?: Position | 'judged-by-state';
  /** Instant of the request at the gateway. */
  readonly now: string;
  /** Text whose MAC decides "same body"; the command itself when left out. */
  readonly body?: string;
  /** Loads what the command is judged by, once the record is known. */
  readonly reference: (
    current: VersionOf<T> | undefined,
    key: RecordKey | undefined,
  ) => Promise<T['reference']>;
  /** Judges what only the loaded record can tell (permission) before the lifecycle does. */
  readonly mayGive?: (current: VersionOf<T> | undefined) => Refusal | undefined;
}

export type CommandAnswer<T extends RecordTypes> =
  | { readonly done: true; readonly repeated: boolean; readonly record: LoadedRecord<T> }
  | { readonly done: false; readonly refusal: Refusal; readonly record?: LoadedRecord<T> };

/** Seconds after which somebody asks again; closing lasts as long as a cached answer and the longest function. */
const CLOSED_SECONDS = 60;

/** A queue tries again; a person is told to. */
export function closedForNow<T extends RecordTypes>(
  { id, actor }: { readonly id: string; readonly actor: Author },
  loaded: LoadedRecord<T> | undefined,
): CommandAnswer<T> {
  if (actor.kind === 'system') throw new Error(`No command is taken for now, nor for ${id}`);
  return refusal({ kind: 'closed-for-now', facts: { retryAfterSeconds: CLOSED_SECONDS } }, loaded);
}

export function commandIdOf({ actor, key }: { readonly actor: Author; readonly key: string }): string {
  return `${actor.id}/${key}`;
}

export function bodyTextOf(given: { readonly body?: string; readonly command: unknown }): string {
  return given.body ?? JSON.stringify(given.command);
}

export function refusal<T extends RecordTypes>(
  reason: Refusal,
  record: LoadedRecord<T> | undefined,
): CommandAnswer<T> {
  return { done: false, refusal: reason, ...(record === undefined ? {} : { record }) };
}
