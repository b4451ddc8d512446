import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Architecture, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { addAlarms } from '../alarms/alarms.ts';
import { addApi } from '../api.ts';
import type { StageConfig } from '../config.ts';
import { AlarmTopic } from '../constructs/alarm-topic.ts';
import { CaseWorkflow } from '../constructs/case-workflow.ts';
import { DestructionRole } from '../constructs/destruction-role.ts';
import { PortalBucket } from '../constructs/portal-bucket.ts';
import { fixedKeys } from '../constructs/purpose-keys.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import { addConsumers } from '../consumption.ts';
import { addDashboard } from '../dashboard.ts';
import { FUNCTIONS, POOL_TRIGGERS, timeoutOf } from '../function-entries.ts';
import { caseMachineArn, grantByEntry } from '../grants/grants.ts';
import { addSchedules } from '../schedules.ts';
import type { ServedData } from '../served-data.ts';

export interface ServiceStackProps extends StackProps {
  readonly config: StageConfig;
  readonly bundles: string;
  readonly data: ServedData;
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

  constructor(scope: Construct, id: string, { config, bundles, data, ...props }: ServiceStackProps) {
    super(scope, id, props);
    const { stage, enforceTls } = config;
    const keys = fixedKeys(this, data.keys);
    const bus = new EventBus(this, 'bus', { eventBusName: `banli-${stage}` });
    const { topic: alarms } = new AlarmTopic(this, 'alarms', {
      name: `banli-${stage}-alarms`,
      key: keys.messages,
      enforceTls,
      tell: config.alarmMail,
    });
    const parked = new Queue(this, 'parked', {
      queueName: `banli-${stage}-parked`,
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: keys.messages,
      enforceSSL: enforceTls,
    });
    const functions = this.#makeFunctions(config, bundles);
    this.functions = functions;
    const stateMachineArn = caseMachineArn(this, stage);
    const { due } = addConsumers(this, {
      config,
      keys,
      bus,
      alarms,
      functions,
      data,
      stateMachineArn,
    });
    for (const [folder, target] of functions.all()) {
      const entry = FUNCTIONS[folder];
      if (entry) grantByEntry(target, entry, { config, keys, data, bus, parked, due, stateMachineArn });
    }
    this.#readStream(data, functions.of('events/relay'), parked);
    new DestructionRole(this, 'destruction', { config, data });
    new CaseWorkflow(this, 'workflow', { stage, tasks: workflowTasks(functions) });
    const schedulesFailed = addSchedules(this, { config, functions, keys });
    const api = addApi(this, { config, data, functions });
    addAlarms(this, { config, topic: alarms, api, stateMachineArn, parked, schedulesFailed });
    addDashboard(this, { config, api, stateMachineArn, table: data.records.table.tableName });
    const portal = new PortalBucket(this, 'portal', { stage, enforceTls });
    this.#output('PortalBucketName', portal.bucket.bucketName);
    this.#output('ApiId', api.gateway.apiId);
    this.#output('EventBusName', bus.eventBusName);
    this.#output('CaseStateMachineArn', stateMachineArn);
  }

  #makeFunctions(config: StageConfig, bundles: string): DeployedFunctions {
    const triggers: readonly string[] = POOL_TRIGGERS;
    const made = Object.entries(FUNCTIONS)
      .filter(([folder]) => !triggers.includes(folder))
      .map(([folder, entry]): [string, ServiceFunction] => [
        folder,
        new ServiceFunction(this, folder.replace('/', '-'), {
          config,
          folder,
          bundles,
          ...(entry.memoryMegabytes && { memoryMegabytes: entry.memoryMegabytes }),
          timeoutSeconds: timeoutOf(folder),
          ...(entry.x86 && { architecture: Architecture.X86_64 }),
        }),
      ]);
    return new DeployedFunctions(new Map(made));
  }

  /** Exactly one reader; it sees new versions only, and what it cannot handle goes to its own queue, not back. */
  #readStream({ records }: ServedData, relay: ServiceFunction, parked: Queue): void {
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
