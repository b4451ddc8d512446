import type { PublishedKey } from '../domain/proof/key-set.ts';
import type { PageOfWork } from './relay-store.ts';

/** Signs what outsiders verify. A key is published before anything signed by it can leave. */
export interface Signer {
  /** The name of the key that `sign` will use. */
  kid(): Promise<string>;
  /** ES256 over these bytes: r and s. */
  sign(input: Uint8Array): Promise<Uint8Array>;
}

export type NewKey = Omit<PublishedKey, 'validUntil'>;

/** The keys that ever signed; none is taken back, or nothing signed by it could be verified. */
export interface PublishedKeys {
  /** Publishing a key again leaves it as it was. */
  publish(key: NewKey): Promise<void>;
  published(): Promise<readonly NewKey[]>;
}

/** Digests of days, as files; one that is there is never another, whoever writes at the same time. */
export interface Digests {
  /** The file of a day, byte for byte; absent while the day is not sealed. */
  digest(day: string): Promise<string | undefined>;
  /** Keeps the file if the day has none; answers the one that is kept, ours or the winner's. */
  seal(day: string, file: string): Promise<string>;
  /** Named by the root they lead to. */
  keepLeaves(root: string, file: string): Promise<void>;
  leaves(root: string): Promise<string>;
  /** A link to the leaves of a root, for at most a minute. */
  linkLeaves(root: string, fileName: string): Promise<string>;
  /** Days that have a digest, oldest first, after one; a hundred a page. */
  days(after?: string): Promise<{ readonly days: readonly string[]; readonly more: boolean }>;
}

/** What was written in an hour, by its hash. */
export interface LogEntry {
  readonly at: string;
  readonly hash: string;
}

/** The log of all versions and of all access entries, by UTC hour (`YYYY-MM-DDTHH`) and shard. */
export interface ProofLog {
  readonly shards: number;
  written(
    what: 'version' | 'access',
    hour: string,
    shard: number,
    page?: string,
  ): Promise<PageOfWork<LogEntry>>;
}

/** The signed receipt of a case: made when it is first asked for, and the same ever after. */
export interface Receipts {
  receipt(caseId: string): Promise<string | undefined>;
  /** Keeps the file if there is none; answers the one that is kept. */
  keepReceipt(caseId: string, file: string): Promise<string>;
}
