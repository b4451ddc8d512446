import { readFileSync } from 'node:fs';

export interface AslState {
  readonly Type: 'Task' | 'Choice' | 'Wait' | 'Succeed';
  readonly Comment: string;
  readonly Resource?: string;
  readonly Arguments?: { readonly FunctionName: string; readonly Payload: Record<string, unknown> };
  readonly Output?: unknown;
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[];
  readonly TimeoutSeconds?: unknown;
  readonly Seconds?: number;
  readonly Retry?: readonly { readonly ErrorEquals: readonly string[]; readonly MaxAttempts: number }[];
  readonly Catch?: readonly {
    readonly ErrorEquals: readonly string[];
    readonly Output: unknown;
    readonly Next: string;
  }[];
}

export interface AslMachine {
  readonly StartAt: string;
  readonly QueryLanguage: string;
  readonly States: Readonly<Record<string, AslState>>;
}

const file = new URL('../../../statemachines/case.asl.json', import.meta.url);

export function caseMachineText(): string {
  return readFileSync(file, 'utf8');
}

export function caseMachine(): AslMachine {
  return JSON.parse(caseMachineText());
}

export function isWait({ Resource }: AslState): boolean {
  return Resource?.endsWith('.waitForTaskToken') ?? false;
}

/** `${AskStageFunction}` is what the folder functions/workflow/ask-stage is called in the definition. */
export function folderOf(substitution: string): string {
  const [, name = ''] = /^\$\{(\w+)Function\}$/.exec(substitution) ?? [];
  return name.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase();
}
