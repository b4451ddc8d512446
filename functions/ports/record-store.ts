import type { KeptVersion } from '../domain/record/chain.ts';
import type { Measures } from '../domain/record/definition.ts';
import type { HeadItem } from '../domain/record/head.ts';
import type { Position, RecordRef } from '../domain/record/version.ts';

/** A data key as only the key service can open it. */
export type WrappedKey = Uint8Array;

export interface KeptRecord {
  readonly newest: KeptVersion;
  /** Absent for kinds that hold nothing personal. */
  readonly dataKey?: WrappedKey;
}

export type AppendAnswer =
  | { readonly appended: true }
  /** Another version stands at this position: it is given back as it was kept. */
  | { readonly appended: false; readonly standing: KeptVersion };

export interface VersionPage {
  readonly versions: readonly KeptVersion[];
  /** Give it back as `before` for the next page; absent on the last. */
  readonly before?: Position;
}

export interface HeadPosition extends Position {
  readonly projection: number;
}

/** The table of records. Every read here is consistent; finding by other keys is `RecordLists`. */
export interface RecordStore {
  /** The newest version and the data key: one query. */
  newest(ref: RecordRef): Promise<KeptRecord | undefined>;
  /**
   * The whole write of a command: kept if nothing stands at this position, never overwriting. Measures lie beside the
   * version for the log index; nothing decides by them.
   */
  append(ref: RecordRef, kept: KeptVersion, measures?: Measures): Promise<AppendAnswer>;
  /** Keeps the wrapped key if there is none; answers the one that is kept, ours or the winner's. */
  keepDataKey(ref: RecordRef, wrapped: WrappedKey): Promise<WrappedKey>;
  /** Overwrites an older head; a head that is not older stays, and that is no error. */
  putHead(head: HeadItem): Promise<void>;
  /** Of which version the head is that stands; a consistent read of nothing else. */
  headPosition(ref: RecordRef): Promise<HeadPosition | undefined>;
  /** Versions from newest to oldest, 25 a page. */
  history(ref: RecordRef, before?: Position): Promise<VersionPage>;
  /** Versions after a position, oldest first, at most `limit`. */
  versionsAfter(ref: RecordRef, after: Position, limit: number): Promise<readonly KeptVersion[]>;
  /** One version; what is not there is `undefined`. */
  versionAt(ref: RecordRef, position: Position): Promise<KeptVersion | undefined>;
  /** Immutable, named by its own hash: keeping it twice is keeping it once. */
  keepBody(ref: RecordRef, sha256: string, sealed: Uint8Array): Promise<void>;
  body(ref: RecordRef, sha256: string): Promise<Uint8Array | undefined>;
}

/** The working copy of a draft: overwritten under its own revision, never a version. */
export interface DraftStore {
  draft(ref: RecordRef): Promise<WorkingCopy | undefined>;
  /** Keeps it only if the kept revision is the one before `copy.revision`; answers whether it did. */
  keepDraft(ref: RecordRef, copy: WorkingCopy): Promise<boolean>;
}

export interface WorkingCopy {
  readonly revision: number;
  readonly savedAt: string;
  readonly sealed: Uint8Array;
}

/** The access log: one entry per answer that carried unsealed data. Entries are never changed. */
export interface AccessLog {
  recordAccess(ref: RecordRef, entry: AccessEntry): Promise<void>;
  /** Newest first, 25 a page. */
  accesses(ref: RecordRef, before?: string): Promise<{ entries: readonly AccessEntry[]; before?: string }>;
}

export interface Office {
  readonly hall: string;
  readonly roles: readonly string[];
}

export interface AccessEntry {
  /** ULID: sorts by time. */
  readonly accessId: string;
  readonly at: string;
  readonly by: {
    readonly kind: string;
    readonly id: string;
    readonly onBehalfOf?: string;
    /** Of a colleague: hall and roles at that moment, which is what the customer is told instead of a name. */
    readonly office?: Office;
  };
  /** What was read, in the glossary's words: `case-page`, `document-link`, `stale-answer`, `search-result` … */
  readonly what: string;
  readonly why?: string;
  /** SHA-256 over the entry itself, set by the store. */
  readonly hash?: string;
}
