import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { ReleaseAnswer, WorkflowEngine } from '../../ports/workflow.ts';

/** Executions are named `<case>-<generation>`: the same start twice is one execution. */
export class StepFunctionsEngine implements WorkflowEngine {
  readonly #client: SFNClient;
  readonly #stateMachineArn: string;

  constructor(client: SFNClient, stateMachineArn: string) {
    this.#client = client;
    this.#stateMachineArn = stateMachineArn;
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

  async isRunning(caseId: string, generation: number): Promise<boolean> {
    const prefix = this.#stateMachineArn.replace(':stateMachine:', ':execution:');
    try {
      const { status } = await this.#client.send(
        new DescribeExecutionCommand({ executionArn: `${prefix}:${executionName(caseId, generation)}` }),
      );
      return status === 'RUNNING';
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return false;
      throw error;
    }
  }
}

export function executionName(caseId: string, generation: number): string {
  return `${caseId}-${generation}`;
}

/** The case and generation an execution's name stands for; `undefined` when it is none of ours. */
export function readExecutionName(name: string): { caseId: string; generation: number } | undefined {
  const at = name.lastIndexOf('-');
  const generation = Number(name.slice(at + 1));
  return at > 0 && Number.isInteger(generation) ? { caseId: name.slice(0, at), generation } : undefined;
}
