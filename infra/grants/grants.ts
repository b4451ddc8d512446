import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { DIGEST_PREFIX, DOCUMENT_PREFIX, type EnvironmentName } from '../../functions/environment.ts';
import type { StageConfig } from '../config.ts';
import { caseMachineName, caseMachineRevision } from '../constructs/case-workflow.ts';
import type { KeysByPurpose } from '../constructs/purpose-keys.ts';
import type { ServiceFunction } from '../constructs/service-function.ts';
import { grantEdge } from '../edge/grant-edge.ts';
import type { FunctionEntry } from '../function-entries.ts';
import type { ServedData } from '../served-data.ts';
import { grantSms } from '../sms.ts';
import { providerSettings } from '../staff-provider.ts';
import { grantCopies } from './grant-copies.ts';
import { grantPools } from './grant-pools.ts';
import { grantWatching } from './grant-watching.ts';

export interface Granted {
  readonly config: StageConfig;
  readonly keys: KeysByPurpose;
  readonly data: ServedData;
  readonly bus: IEventBus;
  readonly parked: IQueue;
  readonly due: IQueue;
  readonly stateMachineArn: string;
}

export type Environment = Partial<Record<EnvironmentName, string>>;

/** Gives a function what its entry says, and tells it the names of what it may use. */
export function grantByEntry(target: ServiceFunction, entry: FunctionEntry, granted: Granted): void {
  const { data, keys, config } = granted;
  const { grantee } = target;
  if (entry.staffProvider) target.setEnvironment({ staffProvider: providerSettings(config) });
  for (const name of entry.tells ?? []) target.setEnvironment({ [name]: config[name] });
  if (entry.records) {
    if (entry.records === 'read') data.records.grantRead(grantee);
    else data.records.grantReadWrite(grantee);
    target.setEnvironment({
      recordsTable: data.records.table.tableName,
      halls: config.halls.join(','),
      homeRegion: config.region,
    });
  }
  if (target.folder.startsWith('api/')) target.setEnvironment(grantEdge(grantee, granted));
  if (entry.transient) {
    data.transient.grant(grantee, 'dynamodb:GetItem', 'dynamodb:UpdateItem', 'dynamodb:PutItem');
    keys.table.grantEncryptDecrypt(grantee);
    target.setEnvironment({ transientTable: data.transient.tableName });
  }
  if (entry.personal) {
    keys.personal.grant(grantee, 'kms:Decrypt');
    if (entry.personal === 'seal') keys.personal.grant(grantee, 'kms:GenerateDataKey');
    target.setEnvironment({ personalKeyId: keys.personal.keyArn });
  }
  if (entry.macs) {
    keys.index.grant(grantee, 'kms:GenerateMac');
    keys.claims.grant(grantee, 'kms:GenerateMac');
    target.setEnvironment({ indexKeyId: keys.index.keyArn, claimsKeyId: keys.claims.keyArn });
  }
  target.setEnvironment(grantFiles(grantee, entry, granted));
  target.setEnvironment(grantProof(grantee, entry, granted));
  target.setEnvironment(grantMessages(grantee, entry, granted));
  target.setEnvironment(grantPools(grantee, entry, granted.data));
  target.setEnvironment(grantWorkflow(grantee, entry, granted));
  target.setEnvironment(grantWatching(grantee, entry, granted, Stack.of(target)));
}

function grantFiles(grantee: IGrantable, entry: FunctionEntry, { data, config }: Granted): Environment {
  const { quarantine, clean, issued } = DOCUMENT_PREFIX;
  if (entry.uploads) data.documents.grantRead(grantee, quarantine);
  if (entry.uploads === 'offer') {
    data.documents.grantPut(grantee, quarantine);
    data.documents.grantList(grantee);
  }
  if (entry.uploads === 'inspect') {
    data.documents.grantPut(grantee, clean);
    if (config.malwareScan) data.documents.grantReadTags(grantee, quarantine);
  }
  if (entry.documents) data.documents.grantRead(grantee, clean);
  if (entry.issued === 'read') data.documents.grantRead(grantee, issued);
  if (entry.issued === 'add') data.documents.grantPut(grantee, issued);
  if (entry.archive === 'read') {
    data.archive.grantRead(grantee, '');
    data.archive.grantListVersions(grantee);
  }
  if (entry.archive === 'add') data.archive.grantKeep(grantee);
  if (entry.archive === 'lock') data.archive.grantLock(grantee);
  return {
    ...((entry.uploads || entry.documents || entry.issued) && {
      documentsBucket: data.documents.bucket.bucketName,
    }),
    ...(entry.scan && { malwareScan: config.malwareScan ? 'guardduty' : 'content-check' }),
    ...(entry.copies && grantCopies(grantee, data, config)),
    ...(entry.archive && { archiveBucket: data.archive.bucket.bucketName, archiveLock: config.archiveLock }),
  };
}

function grantProof(
  grantee: IGrantable,
  { digests, signs }: FunctionEntry,
  { data, keys }: Granted,
): Environment {
  if (digests) {
    data.digests.grantRead(grantee, '');
    data.digests.grantList(grantee);
  }
  if (digests === 'add') data.digests.grantPut(grantee, '');
  if (signs) {
    keys.signing.grant(grantee, 'kms:Sign', 'kms:GetPublicKey');
    data.digests.grantPut(grantee, DIGEST_PREFIX.keys);
  }
  return {
    ...((digests || signs) && { digestsBucket: data.digests.bucket.bucketName }),
    ...(signs && { signingKeyId: keys.signing.keyArn }),
  };
}

function grantMessages(grantee: IGrantable, entry: FunctionEntry, granted: Granted): Environment {
  const { data, bus, parked, due, config } = granted;
  if (entry.mail) data.postOffice.grantMail(grantee);
  if (entry.bus) bus.grantPutEventsTo(grantee);
  if (entry.parked) parked.grantSendMessages(grantee);
  if (entry.due) due.grantSendMessages(grantee);
  return {
    ...(entry.mail && { mailSender: config.mailSender, mailConfiguration: data.postOffice.configurationSet }),
    ...(entry.sms && grantSms(grantee, { ...granted, postOffice: data.postOffice })),
    ...(entry.bus && { eventBus: bus.eventBusName }),
    ...(entry.parked && { parkedQueue: parked.queueUrl }),
    ...(entry.due && { dueQueue: due.queueUrl }),
  };
}

type WorkflowUse = NonNullable<FunctionEntry['workflow']>;

/** What each use of the workflow needs: on the machine, on tokens of its tasks, on its executions. */
const WORKFLOW_ACTIONS: Readonly<
  Record<WorkflowUse, Readonly<Record<'machine' | 'tokens' | 'executions', string[]>>>
> = {
  'go-on': { machine: ['states:StartExecution'], tokens: [], executions: [] },
  release: { machine: [], tokens: ['states:SendTaskSuccess'], executions: [] },
  advance: {
    machine: ['states:StartExecution'],
    tokens: ['states:SendTaskSuccess'],
    executions: ['states:DescribeExecution', 'states:StopExecution'],
  },
  mend: {
    machine: ['states:StartExecution', 'states:ListExecutions'],
    tokens: ['states:SendTaskSuccess'],
    executions: ['states:DescribeExecution', 'states:StopExecution'],
  },
};

/** Names the state machine instead of taking it: the machine knows its tasks, and both ways would be a circle. */
function grantWorkflow(
  grantee: IGrantable,
  { workflow, rollsOver }: FunctionEntry,
  { config, stateMachineArn }: Granted,
): Environment {
  if (workflow === undefined) return {};
  const { machine, tokens, executions } = WORKFLOW_ACTIONS[workflow];
  const allow = (actions: string[], resource: string) => {
    if (actions.length === 0) return;
    grantee.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions, resources: [resource] }));
  };
  allow(machine, stateMachineArn);
  allow(tokens, config.checksEveryResource ? stateMachineArn : '*');
  allow(executions, `${stateMachineArn.replace(':stateMachine:', ':execution:')}:*`);
  return {
    stateMachine: stateMachineArn,
    ...(rollsOver && { machineRevision: caseMachineRevision() }),
  };
}

export function caseMachineArn(stack: Stack, stage: string): string {
  return stack.formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: caseMachineName(stage),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}
