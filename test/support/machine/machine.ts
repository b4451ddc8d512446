import type { ExecutionOf, ReleaseAnswer, WorkflowEngine } from '../../../functions/ports/workflow.ts';
import { type AslMachine, type AslState, folderOf, isWait } from './definition.ts';
import type { Execution, Tasks } from './execution.ts';
import { evaluate } from './expressions.ts';

export type { Execution, Tasks } from './execution.ts';

/** Runs the definition itself over the real tasks: no clock, no threads; `settle` goes on until everything waits. */
export class Machine implements WorkflowEngine {
  readonly region: string;
  readonly executions = new Map<string, Execution>();
  /** Every definition that was deployed, the newest last: an execution keeps the one it began with. */
  readonly #deployed: AslMachine[];
  readonly #tasks: Tasks;
  #tokens = 0;
  /** Executions that broke since somebody asked: what the status events tell. */
  readonly broken: Execution[] = [];
  beforeState: (execution: Execution) => void = () => {};

  constructor(machine: AslMachine, tasks: Tasks, region = 'here') {
    this.region = region;
    this.#deployed = [machine];
    this.#tasks = tasks;
  }

  deploy(machine: AslMachine): void {
    this.#deployed.push(machine);
  }

  async start(caseId: string, generation: number): Promise<void> {
    const name = `${caseId}-${generation}`;
    if (this.executions.has(name)) return;
    const revision = this.#deployed.length - 1;
    const state = this.#deployed[revision]?.StartAt ?? '';
    const input = { caseId, generation };
    this.executions.set(name, {
      name,
      caseId,
      generation,
      status: 'RUNNING',
      state,
      input,
      revision,
      entered: [],
    });
  }

  async release(token: string, output: unknown): Promise<ReleaseAnswer> {
    const waiting = [...this.executions.values()].find(
      (one) => one.token === token && one.status === 'RUNNING',
    );
    if (waiting === undefined || waiting.released !== undefined) return 'already-released';
    waiting.released = structuredClone(output);
    return 'released';
  }

  async statusOf(caseId: string, generation: number) {
    const execution = this.executions.get(`${caseId}-${generation}`);
    if (execution === undefined) return 'not-started' as const;
    return execution.status === 'RUNNING' ? ('running' as const) : ('closed' as const);
  }

  async stop(caseId: string, generation: number): Promise<void> {
    const execution = this.executions.get(`${caseId}-${generation}`);
    if (execution?.status === 'RUNNING') this.abort(execution);
  }

  abort(execution: Execution): void {
    execution.status = 'ABORTED';
    this.broken.push(execution);
  }

  async brokenSince(): Promise<readonly ExecutionOf[]> {
    return [...this.executions.values()].filter(({ status }) => status === 'FAILED' || status === 'ABORTED');
  }

  running(): readonly Execution[] {
    return [...this.executions.values()].filter(({ status }) => status === 'RUNNING');
  }

  timeOut(execution: Execution): void {
    execution.timedOut = true;
  }

  /** Goes on until every execution waits or has ended. */
  async settle(): Promise<void> {
    for (let steps = 0; await this.step(); steps += 1) {
      if (steps > 500) throw new Error('The machine goes round without end');
    }
  }

  /** One state of one execution; answers whether there was one to do. */
  async step(): Promise<boolean> {
    const next = this.running().find((one) => !this.#rests(one));
    if (next === undefined) return false;
    this.beforeState(next);
    if (next.status === 'RUNNING') await this.#step(next);
    return true;
  }

  /** All executions as they are now, to go back to. */
  keep(): () => void {
    const kept = structuredClone([...this.executions]);
    const broken = this.broken.map(({ name }) => name);
    const tokens = this.#tokens;
    return () => {
      this.executions.clear();
      for (const [name, execution] of structuredClone(kept)) this.executions.set(name, execution);
      const again = broken.flatMap((name) => this.executions.get(name) ?? []);
      this.broken.splice(0, this.broken.length, ...again);
      this.#tokens = tokens;
    };
  }

  #rests({ token, released, timedOut }: Execution): boolean {
    return token !== undefined && released === undefined && timedOut !== true;
  }

  async #step(execution: Execution): Promise<void> {
    const state = this.#deployed[execution.revision]?.States[execution.state];
    if (state === undefined) throw new Error(`No state ${execution.state}`);
    if (execution.token !== undefined) return this.#wake(execution, state);
    execution.entered.push(execution.state);
    if (state.Type === 'Succeed') execution.status = 'SUCCEEDED';
    else if (state.Type === 'Wait') execution.state = state.Next ?? '';
    else if (state.Type === 'Choice') execution.state = await this.#choose(state, execution);
    else await this.#run(execution, state);
  }

  async #choose({ Choices = [], Default = '' }: AslState, { input }: Execution): Promise<string> {
    for (const { Condition, Next } of Choices) {
      if ((await evaluate(Condition, { input })) === true) return Next;
    }
    return Default;
  }

  async #run(execution: Execution, state: AslState): Promise<void> {
    const tries = (state.Retry?.[0]?.MaxAttempts ?? 0) + 1;
    for (let attempt = 1; execution.status === 'RUNNING'; attempt += 1) {
      this.#tokens += 1;
      const token = `token-${this.#tokens}`;
      if (isWait(state)) execution.token = token;
      try {
        const result = await this.#invoke(execution, state, token);
        if (!isWait(state)) await this.#goOn(execution, state, { Payload: result, StatusCode: 200 });
        return;
      } catch (error) {
        delete execution.token;
        delete execution.released;
        if (attempt === tries) return this.#caught(execution, state, error);
      }
    }
  }

  async #invoke(execution: Execution, { Arguments }: AslState, token: string): Promise<unknown> {
    const context = {
      Execution: { Input: inputOf(execution), Name: execution.name },
      Task: { Token: token },
    };
    const given: { FunctionName?: string; Payload?: never } = Object(
      await evaluate(Arguments, { input: execution.input, context }),
    );
    const task = this.#tasks[folderOf(given.FunctionName ?? '')];
    if (task === undefined || given.Payload === undefined) throw new Error(`No task ${given.FunctionName}`);
    return structuredClone(await task(given.Payload));
  }

  async #wake(execution: Execution, state: AslState): Promise<void> {
    const { released } = execution;
    delete execution.token;
    delete execution.released;
    delete execution.timedOut;
    if (released === undefined) await this.#caught(execution, state, new Error('States.Timeout'));
    else await this.#goOn(execution, state, released);
  }

  async #goOn(execution: Execution, { Output, Next = '' }: AslState, result: unknown): Promise<void> {
    execution.input = await evaluate(Output, { input: execution.input, result });
    execution.state = Next;
  }

  async #caught(execution: Execution, { Catch: catchers = [] }: AslState, error: unknown): Promise<void> {
    const [catcher] = catchers;
    if (catcher === undefined) {
      execution.status = 'FAILED';
      this.broken.push(execution);
      return;
    }
    const errorOutput = { Error: error instanceof Error ? error.name : 'unknown' };
    execution.input = await evaluate(catcher.Output, { input: execution.input, errorOutput });
    execution.state = catcher.Next;
  }
}

function inputOf({ caseId, generation }: ExecutionOf) {
  return { caseId, generation };
}
