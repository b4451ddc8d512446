import type { Position, RecordRef } from '../../domain/record/version.ts';
import type { Era } from '../../ports/active-region.ts';
import type { Claims } from '../../ports/claims.ts';
import type { RecordKeys } from '../../ports/record-keys.ts';
import type { RecordStore } from '../../ports/record-store.ts';

/** What every command on every kind of record needs. */
export interface RecordKernel {
  readonly store: RecordStore;
  readonly keys: RecordKeys;
  readonly claims: Claims;
  readonly sha256: (bytes: string | Uint8Array) => string;
  /** In which epoch versions are written now; one for ever, but for a restore and where replicas follow later. */
  readonly era: (now: string) => Promise<Era>;
  /** Waits a little, at random and longer by attempt, before trying again after a lost race. */
  readonly pauseBeforeRetry: (attempt: number) => Promise<void>;
  /** Said of each version that was kept: what was clicked is found by it, and what came of it. */
  readonly versionKept?: (which: RecordRef & Position) => void;
  /** Said when the head could not be put: the relay will; the answer to the command stands. */
  readonly headLeftToRelay: (ref: { kind: string; id: string }, error: unknown) => void;
}
