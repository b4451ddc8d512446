/** The kinds of record; a kind is a lifecycle table (`definition.ts`) and nothing else. */
export const RECORD_KINDS = [
  'case',
  'person',
  'mandate',
  'service',
  'calendar',
  'certificate',
  'series',
  'roster',
  'enquiry',
  'drill',
  'finding',
  'destruction-list',
] as const;

export type RecordKind = (typeof RECORD_KINDS)[number];

export interface RecordRef {
  readonly kind: RecordKind;
  readonly id: string;
}

/** Who made a version: a person of ours, or a named part of the system; never a login or a token. */
export interface Author {
  readonly kind: 'customer' | 'representative' | 'staff' | 'system';
  /** personId, or the function's name for the system. */
  readonly id: string;
  /** personId of the colleague or principal acted for ("B for A"). */
  readonly onBehalfOf?: string;
}

/**
 * A message to be sent because of a version. No personal data: whoever delivers it re-reads the version.
 * `channel` `any` lets the workflow choose; a statutory message is sent even when no longer topical.
 */
export interface MessageRequest {
  readonly message: string;
  readonly channel: 'mail' | 'sms' | 'phone';
  readonly to: string;
  readonly statutory?: boolean;
}

/** What must follow on another record: given by a consumer with the key `<kind>/<id>/<version>/<n>`. */
export interface FollowUp {
  readonly to: RecordRef;
  readonly command: { readonly type: string; readonly [fact: string]: unknown };
  /** Command type given back to this record when the other refuses. */
  readonly onRefusal?: string;
}

/** A unique thing this record holds while its newest version lists it. */
export interface ClaimRequest {
  readonly what: string;
  /** The keyed MAC of the claimed value (the HMAC key for claims is never rotated). */
  readonly mac: string;
}

/** One of the last few commands, kept in each version so that a repeat is recognised without a search. */
export interface RecentCommand {
  readonly commandId: string;
  readonly version: number;
  readonly bodyMac: string;
}

/** Epoch and version: compared as a pair; a restore or an activation on an eventual stage raises the epoch. */
export interface Position {
  readonly epoch: number;
  readonly version: number;
}

export function isLater(one: Position, other: Position): boolean {
  return one.epoch > other.epoch || (one.epoch === other.epoch && one.version > other.version);
}

/** A version of a record with its personal part opened (`undefined` where the reader has no key grant). */
export interface RecordVersion<State, Personal, Event extends { readonly type: string }> extends Position {
  readonly kind: RecordKind;
  readonly id: string;
  readonly hall: string;
  readonly schemaVersion: number;
  /** When it was written; never before the previous version's. */
  readonly at: string;
  /** When the law dates it: a due effect counts from its due instant, however late it was performed. */
  readonly effectiveAt: string;
  readonly by: Author;
  readonly commandId: string;
  readonly bodyMac: string;
  readonly recent: readonly RecentCommand[];
  readonly event: Event;
  readonly state: State;
  readonly personal: Personal;
  readonly messages: readonly MessageRequest[];
  readonly followUps: readonly FollowUp[];
  readonly claims: readonly ClaimRequest[];
  /** SHA-256 of each immutable body this version names. */
  readonly bodies: readonly string[];
  readonly nextDueAt?: string;
  readonly previousHash: string;
}

/** What a command adds: the next version before it is numbered, sealed and chained. */
export interface NextVersion<State, Personal, Event extends { readonly type: string }> {
  readonly event: Event;
  readonly state: State;
  readonly personal: Personal;
  readonly hall: string;
  readonly effectiveAt?: string;
  readonly messages?: readonly MessageRequest[];
  readonly followUps?: readonly FollowUp[];
  readonly claims?: readonly ClaimRequest[];
  readonly bodies?: readonly Body[];
  readonly nextDueAt?: string;
  /** Without a sealed part: the record is read although its key is gone. Only destruction leaves such a version. */
  readonly unsealed?: true;
}

/** Long text of a version, stored sealed under its hash before the version that names it. */
export interface Body {
  readonly sha256: string;
  readonly text: string;
}
