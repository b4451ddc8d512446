import type { ExecutionOf } from '../../../functions/ports/workflow.ts';

export type Tasks = Readonly<Record<string, (payload: never) => Promise<unknown>>>;

export interface Execution extends ExecutionOf {
  readonly name: string;
  readonly revision: number;
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';
  state: string;
  input: unknown;
  token?: string;
  /** What the token was released with, until the execution has gone on with it. */
  released?: unknown;
  timedOut?: boolean;
  /** Every state entered: what is paid for. */
  readonly entered: string[];
}
