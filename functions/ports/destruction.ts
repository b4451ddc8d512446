import type { RecordRef } from '../domain/record/version.ts';

/**
 * What destroys. No function has it: only the operator's command does, with rights that no function's role has. Each act
 * may be repeated; what is gone already is no error.
 */
export interface Destruction {
  /** Whether the store would let every paper of this case go now: none held, none kept for longer. */
  papersAreFree(caseId: string): Promise<boolean>;
  /** Whether lists, messages and events of a record are made from its newest version. */
  isRelayed(ref: RecordRef): Promise<boolean>;
  /**
   * Shreds a record: its wrapped data key, without which nothing sealed is ever read again; then head, finders, working
   * copy, bodies, workflow and messages. Versions and access entries stay. Answers how many items went.
   */
  shred(ref: RecordRef): Promise<number>;
  /** Deletes every version of every paper and upload of a case, and of the copies of its certificates. Answers how many. */
  removePapers(caseId: string, certificateIds: readonly string[]): Promise<number>;
  /** Keeps the report of a list in the archive, for ever: a restore carries it out again by this. */
  keepReport(report: DestructionReport): Promise<void>;
  reports(): Promise<readonly DestructionReport[]>;
}

export interface DestructionReport {
  readonly listId: string;
  readonly carriedOutAt: string;
  readonly completeOn: string;
  readonly results: readonly {
    readonly caseId: string;
    readonly result: 'destroyed' | 'kept';
    readonly why?: string;
  }[];
}
