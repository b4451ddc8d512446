import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Architecture, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { addApi } from '../api.ts';
import type { StageConfig } from '../config.ts';
import { CaseWorkflow } from '../constructs/case-workflow.ts';
import { fixedKeys, type KeysByPurpose } from '../constructs/purpose-keys.ts';
import { ServiceAlarm } from '../constructs/service-alarm.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import { addConsumers, addSchedules } from '../consumption.ts';
import { FUNCTIONS, POOL_TRIGGERS } from '../function-entries.ts';
import { caseMachineArn, grantByEntry } from '../grants.ts';
import type { DataStack } from './data-stack.ts';

export interface ServiceStackProps extends StackProps {
  readonly config: StageConfig;
  readonly bundles: string;
  readonly keys: KeysByPurpose;
  readonly data: DataStack;
}

/** The functions a stack deploys, by folder; asking for one that is not deployed is an error at synthesis. */
export class DeployedFunctions {
  readonly #byFolder: ReadonlyMap<string, ServiceFunction>;

  constructor(byFolder: ReadonlyMap<string, ServiceFunction>) {
    this.#byFolder = byFolder;
  }

  of(folder: string): ServiceFunction {
    const found = this.#byFolder.get(folder);
    if (found === undefined) throw new Error(`No function ${folder} in infra/function-entries.ts`);
    return found;
  }

  all(): Iterable<[string, ServiceFunction]> {
    return this.#byFolder;
  }
}

/** Everything stateless: functions, API, state machine, bus, queues, schedules, alarms. May be destroyed at any time. */
export class ServiceStack extends Stack {
  readonly functions: DeployedFunctions;

  constructor(
    scope: Construct,
    id: string,
    { config, bundles, keys: given, data, ...props }: ServiceStackProps,
  ) {
    super(scope, id, props);
    const { stage, enforceTls } = config;
    const keys = fixedKeys(this, given);
    const bus = new EventBus(this, 'bus', { eventBusName: `banli-${stage}` });
    const alarms = new Topic(this, 'alarms', {
      topicName: `banli-${stage}-alarms`,
      masterKey: keys.messages,
      enforceSSL: enforceTls,
    });
    const parked = new Queue(this, 'parked', {
      queueName: `banli-${stage}-parked`,
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: keys.messages,
      enforceSSL: enforceTls,
    });
    const functions = this.#makeFunctions(config, bundles, keys);
    this.functions = functions;
    const { due } = addConsumers(this, {
      config,
      keys,
      bus,
      alarms,
      functions,
      reports: data.postOffice.reports,
    });
    const stateMachineArn = caseMachineArn(this, stage);
    for (const [folder, target] of functions.all()) {
      const entry = FUNCTIONS[folder];
      if (entry) grantByEntry(target, entry, { config, keys, data, bus, parked, due, stateMachineArn });
    }
    this.#readStream(data, functions.of('events/relay'), parked);
    new CaseWorkflow(this, 'workflow', { config, logsKey: keys.logs, tasks: workflowTasks(functions) });
    addSchedules(this, { config, functions, keys });
    const api = addApi(this, { config, logsKey: keys.logs, data, functions });
    this.#parkedAlarm(stage, parked, alarms);
    this.#output('ApiId', api.gateway.apiId);
    this.#output('EventBusName', bus.eventBusName);
    this.#output('CaseStateMachineArn', stateMachineArn);
  }

  #makeFunctions(config: StageConfig, bundles: string, keys: KeysByPurpose): DeployedFunctions {
    const triggers: readonly string[] = POOL_TRIGGERS;
    const made = Object.entries(FUNCTIONS)
      .filter(([folder]) => !triggers.includes(folder))
      .map(([folder, entry]): [string, ServiceFunction] => [
        folder,
        new ServiceFunction(this, folder.replace('/', '-'), {
          config,
          folder,
          bundles,
          logsKey: keys.logs,
          ...(entry.memoryMegabytes && { memoryMegabytes: entry.memoryMegabytes }),
          ...(entry.timeoutSeconds && { timeoutSeconds: entry.timeoutSeconds }),
          ...(entry.x86 && { architecture: Architecture.X86_64 }),
        }),
      ]);
    return new DeployedFunctions(new Map(made));
  }

  /** Exactly one reader; it sees new versions only, and what it cannot handle goes to its own queue, not back. */
  #readStream({ records }: DataStack, relay: ServiceFunction, parked: Queue): void {
    relay.lambda.addEventSource(
      new DynamoEventSource(records.table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 25,
        retryAttempts: 5,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        onFailure: new SqsDlq(parked),
        filters: [
          FilterCriteria.filter({
            eventName: FilterRule.isEqual('INSERT'),
            dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('v#') } } },
          }),
        ],
      }),
    );
  }

  #parkedAlarm(stage: string, parked: Queue, topic: Topic): void {
    new ServiceAlarm(this, 'parked-alarm', {
      name: `banli-${stage}-parked`,
      metric: parked.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
      threshold: 1,
      impact: 'A record could not be relayed: its messages, lists or next step are missing.',
      runbook: 'a-record-is-parked',
      topic,
    });
  }

  #output(name: string, value: string): void {
    new CfnOutput(this, name, { value }).overrideLogicalId(name);
  }
}

/** The substitutions of statemachines/case.asl.json. */
function workflowTasks(functions: DeployedFunctions): Record<string, ServiceFunction> {
  return {
    AskStageFunction: functions.of('workflow/ask-stage'),
    CheckApplicationFunction: functions.of('workflow/check-application'),
    AssignReviewerFunction: functions.of('workflow/assign-reviewer'),
    OpenStepFunction: functions.of('workflow/open-step'),
    MakeCertificateFunction: functions.of('workflow/make-certificate'),
    SendResultFunction: functions.of('workflow/send-result'),
    FileRecordFunction: functions.of('workflow/file-record'),
    WaitForPersonFunction: functions.of('workflow/wait-for-person'),
  };
}
