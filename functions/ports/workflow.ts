import type { RecordRef } from '../domain/record/version.ts';

/** Where a generation's execution lives, and the last one before it that lived in another region. */
export interface Lives {
  readonly region: string;
  readonly elsewhere?: { readonly region: string; readonly generation: number };
}

/** Where the workflow of a case stands: which execution may speak for it, and the token of the one that waits. */
export interface WorkflowItem extends Partial<Lives> {
  readonly generation: number;
  readonly startedAt: string;
  readonly token?: { readonly sealed: Uint8Array; readonly stage: string; readonly visit: number };
}

export interface WorkflowItems {
  workflow(ref: RecordRef): Promise<WorkflowItem | undefined>;
  /** Claims the next generation for a region, on condition that `before` still stands; answers whether it did. */
  claimGeneration(ref: RecordRef, before: number, at: string, lives: Lives): Promise<boolean>;
  /** Keeps a token of this generation; answers whether the generation still stands. */
  keepToken(ref: RecordRef, generation: number, token: NonNullable<WorkflowItem['token']>): Promise<boolean>;
  /** Removes the token that was used, if it is still that one. */
  removeToken(ref: RecordRef, token: NonNullable<WorkflowItem['token']>, at: string): Promise<void>;
  /** The case has ended: nothing waits for a token any more. */
  endWorkflow(ref: RecordRef): Promise<void>;
}

export type ReleaseAnswer = 'released' | 'already-released';

/** `not-started`: no execution of that name is known (yet); starting it is safe, the name makes it one. */
export type ExecutionStatus = 'running' | 'closed' | 'not-started';

export interface ExecutionOf {
  readonly caseId: string;
  readonly generation: number;
}

export interface WorkflowEngine {
  /** Where its executions live. */
  readonly region: string;
  /** Starts the execution of a generation; the same name again is no error. */
  start(caseId: string, generation: number): Promise<void>;
  /** Wakes a waiting execution. A token that was used, timed out or belongs to a dead execution is already released. */
  release(token: string, output: { readonly stage: string; readonly visit: number }): Promise<ReleaseAnswer>;
  statusOf(caseId: string, generation: number): Promise<ExecutionStatus>;
  /** Ends a running execution that no longer speaks for its case; one that has ended is no error. */
  stop(caseId: string, generation: number): Promise<void>;
  /** Executions that failed, ran out of time or were stopped since an instant, newest first, at most `limit`. */
  brokenSince(instant: string, limit: number): Promise<readonly ExecutionOf[]>;
}
