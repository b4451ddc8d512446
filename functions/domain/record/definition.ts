import type * as z from 'zod/mini';
import type { Verdict } from '../refusal.ts';
import type { Head } from './head.ts';
import type { Author, NextVersion, RecordKind, RecordVersion } from './version.ts';

export interface Event {
  readonly type: string;
}

/** What one kind of record is written over; each kind names its own. */
export interface RecordTypes {
  /** Clear: readable without any key. */
  readonly state: unknown;
  /** Sealed under the record's own key; null where a kind holds nothing personal. */
  readonly personal: unknown;
  readonly event: Event;
  readonly command: { readonly type: string };
  /** What its commands are judged by beside the record, loaded beforehand. */
  readonly reference: unknown;
}

export type VersionOf<T extends RecordTypes> = RecordVersion<T['state'], T['personal'], T['event']>;
export type NextOf<T extends RecordTypes> = NextVersion<T['state'], T['personal'], T['event']>;
export type DueEffectOf<T extends RecordTypes> = DueEffect<NextOf<T>>;
export type GivenOf<T extends RecordTypes> = Given<T['command'], T['reference']>;

/** A command with everything it may be judged by. Nothing else reaches `judge`: no clock, no random, no store. */
export interface Given<Command, Reference> {
  readonly command: Command;
  readonly actor: Author;
  /** The instant of the request at the gateway (ISO, UTC). */
  readonly now: string;
  /** Facts loaded beforehand: the pinned service version, calendars, the actor's session … */
  readonly reference: Reference;
}

/** An effect the law or a rule brings about by itself at an instant. */
export interface DueEffect<Next> {
  readonly effect: string;
  readonly dueAt: string;
  readonly next: Next;
}

/** What is known of a version without its key. */
export type ClearVersion<State> = Pick<
  RecordVersion<State, unknown, Event>,
  'id' | 'hall' | 'at' | 'version' | 'state'
>;

/** What a version tells statistics beside its text; clear, and about no person. */
export type Measures = Readonly<Record<string, string | number | boolean>>;

/**
 * A kind of record: its lifecycle, pure. `judge` answers the next version or a refusal; `nextDueEffect`
 * the earliest effect due at or before `now` that has not been performed; `headOf` what lists need.
 */
export interface RecordDefinition<T extends RecordTypes> {
  readonly kind: RecordKind;
  readonly schemaVersion: number;
  /** From schema version n to n + 1, over the stored `{ state, personal, event }`; a record opens for ever. */
  readonly upcasters?: Readonly<Record<number, (older: StoredContent) => StoredContent>>;
  /** What storage gave is parsed by these, after upcasting; whoever has no key (relay, workflow) parses the state alone. */
  readonly schema: {
    readonly state: z.ZodMiniType<T['state']>;
    readonly personal: z.ZodMiniType<T['personal']>;
    readonly event: z.ZodMiniType<T['event']>;
  };
  readonly judge: (current: VersionOf<T> | undefined, given: GivenOf<T>) => Verdict<NextOf<T>>;
  readonly nextDueEffect?: (
    current: VersionOf<T>,
    now: string,
    reference: T['reference'],
  ) => DueEffectOf<T> | undefined;
  readonly headOf: (version: ClearVersion<T['state']>) => Head;
  /** What the version adds to figures, read with the state before it; stands in the log index. */
  readonly measuresOf?: (before: T['state'] | undefined, after: T['state']) => Measures;
  /** Commands that may land on a newer version than the one seen (for example `add-note`). */
  readonly commuting?: ReadonlySet<T['command']['type']>;
  /** Event types that change nothing a person judged by (delivery report, scan verdict, colour). */
  readonly systemNotes?: ReadonlySet<T['event']['type']>;
}

export interface StoredContent {
  readonly state: unknown;
  readonly personal: unknown;
  readonly event: unknown;
}
