import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { type IGrantable, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ENVIRONMENT, type EnvironmentName } from '../../functions/environment.ts';
import type { StageConfig } from '../config.ts';
import { logGroupName } from './kept-logs.ts';

export interface ServiceFunctionProps {
  readonly config: StageConfig;
  /** Folder of the function below functions/, as in `events/relay`. */
  readonly folder: string;
  /** Where the bundles are. */
  readonly bundles: string;
  readonly memoryMegabytes?: number;
  readonly timeoutSeconds: number;
  readonly environment?: Partial<Record<EnvironmentName, string>>;
  /** Only for native code that exists for one processor. */
  readonly architecture?: Architecture;
}

/** A function with the house's defaults: Node 24 on ARM, its own log group, no permission it is not given. */
export class ServiceFunction extends Construct {
  readonly folder: string;
  readonly lambda: LambdaFunction;
  readonly grantee: IGrantable;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const { config, folder, bundles, timeoutSeconds, memoryMegabytes = 512 } = props;
    this.folder = folder;
    const name = functionName(config.stage, folder);
    const logGroup = LogGroup.fromLogGroupName(this, 'logs', logGroupName(config.stage, folder));
    const role = new Role(this, 'role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    this.lambda = new LambdaFunction(this, 'function', {
      functionName: name,
      runtime: Runtime.NODEJS_24_X,
      architecture: props.architecture ?? Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(join(bundles, folder.replace('/', '-'))),
      memorySize: memoryMegabytes,
      timeout: Duration.seconds(timeoutSeconds),
      logGroup,
      role,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      environment: {
        POWERTOOLS_SERVICE_NAME: folder,
        ...named({ stage: config.stage, ...props.environment }),
      },
    });
    this.grantee = this.lambda;
  }

  setEnvironment(environment: Partial<Record<EnvironmentName, string>>): void {
    for (const [name, value] of Object.entries(named(environment))) this.lambda.addEnvironment(name, value);
  }
}

/** `banli-<stage>-<folder>`: the name operators see in logs, alarms and runbook. */
export function functionName(stage: string, folder: string): string {
  return `banli-${stage}-${folder.split('/').at(-1) ?? folder}`;
}

function named(environment: Partial<Record<EnvironmentName, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ENVIRONMENT).flatMap(([key, variable]) => {
      const value = Object.entries(environment).find(([name]) => name === key)?.[1];
      return value === undefined ? [] : [[variable, value]];
    }),
  );
}
