import { Stack } from 'aws-cdk-lib';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { StageConfig } from './config.ts';
import type { HttpApi } from './constructs/http-api.ts';
import { OperationsDashboard } from './constructs/operations-dashboard.ts';
import { functionName } from './constructs/service-function.ts';
import { consumerNames } from './consumers.ts';
import { FUNCTIONS } from './function-entries.ts';

export interface Shown {
  readonly config: StageConfig;
  readonly api: HttpApi;
  readonly stateMachineArn: string;
  readonly table: string;
}

/** The dashboard over everything this stack has made; its name is the account's, so it carries the region. */
export function addDashboard(scope: Construct, { config, api, stateMachineArn, table }: Shown): void {
  const { stage } = config;
  new OperationsDashboard(scope, 'operations', {
    stage,
    region: Stack.of(scope).region,
    queues: consumerNames().map((name) => `banli-${stage}-${name}`),
    functions: Object.keys(FUNCTIONS).map((folder) => functionName(stage, folder)),
    apiId: api.gateway.apiId,
    stateMachineArn,
    table,
    alarms: scope.node.findAll().filter((construct) => construct instanceof Alarm),
  });
}
