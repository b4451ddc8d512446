import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import type { ServiceFunction } from './service-function.ts';

export const CASE_DEFINITION = join(import.meta.dirname, '../../statemachines/case.asl.json');

export interface CaseWorkflowProps {
  readonly config: StageConfig;
  readonly logsKey: IKey;
  /** The function behind each task, by the substitution's name in the definition. */
  readonly tasks: Readonly<Record<string, ServiceFunction>>;
}

/** The state machine "case": Standard, in JSONata, from its own file. Input and output of states are never logged. */
export class CaseWorkflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { config, logsKey, tasks }: CaseWorkflowProps) {
    super(scope, id);
    const logs = new LogGroup(this, 'logs', {
      logGroupName: `/banli/${config.stage}/statemachines/case`,
      encryptionKey: logsKey,
      retention: config.logRetention,
      removalPolicy: config.stage === 'prod' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.stateMachine = new StateMachine(this, 'case', {
      stateMachineName: `banli-${config.stage}-case`,
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
