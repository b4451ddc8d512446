import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { deliveredLogGroupName } from './kept-logs.ts';
import type { ServiceFunction } from './service-function.ts';

export const CASE_DEFINITION = join(import.meta.dirname, '../../statemachines/case.asl.json');

export interface CaseWorkflowProps {
  readonly stage: string;
  /** The function behind each task, by the substitution's name in the definition. */
  readonly tasks: Readonly<Record<string, ServiceFunction>>;
}

/** The state machine "case": Standard, in JSONata, from its own file. Input and output of states are never logged. */
export class CaseWorkflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { stage, tasks }: CaseWorkflowProps) {
    super(scope, id);
    const logs = LogGroup.fromLogGroupName(this, 'logs', deliveredLogGroupName(stage, 'case-workflow'));
    this.stateMachine = new StateMachine(this, 'case', {
      stateMachineName: caseMachineName(stage),
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(readFileSync(CASE_DEFINITION, 'utf8')),
      definitionSubstitutions: Object.fromEntries(
        Object.entries(tasks).map(([name, task]) => [name, task.lambda.functionArn]),
      ),
      logs: { destination: logs, level: LogLevel.ERROR, includeExecutionData: false },
      tracingEnabled: true,
    });
    this.stateMachine.addToRolePolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: Object.values(tasks).map(({ lambda }) => lambda.functionArn),
      }),
    );
  }
}

/** Fixed, so that functions of which the machine knows can know the machine. */
export function caseMachineName(stage: string): string {
  return `banli-${stage}-case`;
}

/** Another one when the definition is another: executions that are open then roll over. */
export function caseMachineRevision(): string {
  return createHash('sha256').update(readFileSync(CASE_DEFINITION)).digest('hex').slice(0, 12);
}
