import type { Verdict } from '../refusal.ts';
import type { Head } from './head.ts';
import type { Author, NextVersion, RecordKind, RecordVersion } from './version.ts';

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

export interface Event {
  readonly type: string;
}

/** What is known of a version without its key. */
export type ClearVersion<State> = Pick<
  RecordVersion<State, unknown, Event>,
  'id' | 'hall' | 'at' | 'version' | 'state'
>;

/** What a version tells statistics beside its text; clear, and about no person. */
export type Measures = Readonly<Record<string, string | number | boolean>>;

export type Current<State, Personal, E extends Event> = RecordVersion<State, Personal, E>;

/**
 * A kind of record: its lifecycle, pure. `judge` answers the next version or a refusal; `nextDueEffect`
 * the earliest effect due at or before `now` that has not been performed; `headOf` what lists need.
 */
export interface RecordDefinition<
  State,
  Personal,
  E extends Event,
  Command extends { readonly type: string },
  Reference,
> {
  readonly kind: RecordKind;
  readonly schemaVersion: number;
  /** From schema version n to n + 1, over the stored `{ state, personal, event }`; a record opens for ever. */
  readonly upcasters: Readonly<Record<number, (older: StoredContent) => StoredContent>>;
  /** Parses what storage gave, after upcasting; throws on what is not of this kind. */
  readonly parse: (content: StoredContent) => { state: State; personal: Personal; event: E };
  /** Parses the clear state alone: for whoever has no key (relay, workflow). */
  readonly parseState: (state: unknown) => State;
  readonly judge: (
    current: Current<State, Personal, E> | undefined,
    given: Given<Command, Reference>,
  ) => Verdict<NextVersion<State, Personal, E>>;
  readonly nextDueEffect: (
    current: Current<State, Personal, E>,
    now: string,
    reference: Reference,
  ) => DueEffect<NextVersion<State, Personal, E>> | undefined;
  readonly headOf: (version: ClearVersion<State>) => Head;
  /** What the version adds to figures, read with the state before it; stands in the log index. */
  readonly measuresOf?: (before: State | undefined, after: State) => Measures;
  /** Commands that may land on a newer version than the one seen (for example `add-note`). */
  readonly commuting?: ReadonlySet<Command['type']>;
  /** Event types that change nothing a person judged by (delivery report, scan verdict, colour). */
  readonly systemNotes?: ReadonlySet<E['type']>;
}

export interface StoredContent {
  readonly state: unknown;
  readonly personal: unknown;
  readonly event: unknown;
}
