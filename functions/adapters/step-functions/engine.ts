import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  paginateListExecutions,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
  ValidationException,
} from '@aws-sdk/client-sfn';
import type { ExecutionOf, ExecutionStatus, ReleaseAnswer, WorkflowEngine } from '../../ports/workflow.ts';

const BROKEN = ['FAILED', 'TIMED_OUT', 'ABORTED'] as const;

/** Executions are named `<case>-<generation>`: the same start twice is one execution. */
export class StepFunctionsEngine implements WorkflowEngine {
  readonly #client: SFNClient;
  readonly #stateMachineArn: string;
  readonly region: string;

  constructor(client: SFNClient, stateMachineArn: string) {
    this.#client = client;
    this.#stateMachineArn = stateMachineArn;
    this.region = stateMachineArn.split(':')[3] ?? '';
  }

  async start(caseId: string, generation: number): Promise<void> {
    try {
      await this.#client.send(
        new StartExecutionCommand({
          stateMachineArn: this.#stateMachineArn,
          name: executionName(caseId, generation),
          input: JSON.stringify({ caseId, generation }),
        }),
      );
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  }

  /** A token that was used, ran out, or whose execution is gone: all mean that somebody was first. */
  async release(token: string, output: Parameters<WorkflowEngine['release']>[1]): Promise<ReleaseAnswer> {
    try {
      await this.#client.send(
        new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) }),
      );
      return 'released';
    } catch (error) {
      const over =
        error instanceof TaskTimedOut || error instanceof InvalidToken || error instanceof TaskDoesNotExist;
      if (over) return 'already-released';
      throw error;
    }
  }

  async statusOf(caseId: string, generation: number): Promise<ExecutionStatus> {
    try {
      const { status } = await this.#client.send(
        new DescribeExecutionCommand({ executionArn: this.#executionArn(caseId, generation) }),
      );
      return status === 'RUNNING' ? 'running' : 'closed';
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return 'not-started';
      throw error;
    }
  }

  async stop(caseId: string, generation: number): Promise<void> {
    try {
      await this.#client.send(
        new StopExecutionCommand({
          executionArn: this.#executionArn(caseId, generation),
          error: 'Superseded',
          cause: 'Another execution speaks for the case.',
        }),
      );
    } catch (error) {
      const over = error instanceof ExecutionDoesNotExist || error instanceof ValidationException;
      if (!over) throw error;
    }
  }

  async brokenSince(instant: string, limit: number): Promise<readonly ExecutionOf[]> {
    const found = await Promise.all(BROKEN.map((status) => this.#closedSince(status, instant, limit)));
    return found.flat().slice(0, limit);
  }

  /** The service lists what ended last first, so that the walk ends at the first that is too old. */
  async #closedSince(statusFilter: (typeof BROKEN)[number], instant: string, limit: number) {
    const found: ExecutionOf[] = [];
    const request = { stateMachineArn: this.#stateMachineArn, statusFilter };
    for await (const { executions = [] } of paginateListExecutions({ client: this.#client }, request)) {
      for (const { name = '', stopDate } of executions) {
        if (stopDate !== undefined && stopDate.toISOString() < instant) return found;
        const execution = readExecutionName(name);
        if (execution !== undefined) found.push(execution);
        if (found.length === limit) return found;
      }
    }
    return found;
  }

  #executionArn(caseId: string, generation: number): string {
    const prefix = this.#stateMachineArn.replace(':stateMachine:', ':execution:');
    return `${prefix}:${executionName(caseId, generation)}`;
  }
}

function executionName(caseId: string, generation: number): string {
  return `${caseId}-${generation}`;
}

/** The case and generation an execution's name stands for; `undefined` when it is none of ours. */
export function readExecutionName(name: string): { caseId: string; generation: number } | undefined {
  const at = name.lastIndexOf('-');
  const generation = Number(name.slice(at + 1));
  return at > 0 && Number.isInteger(generation) ? { caseId: name.slice(0, at), generation } : undefined;
}
