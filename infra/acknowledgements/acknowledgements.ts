import { type App, CfnElement, Stack, Validations } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Role } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Construct, IConstruct } from 'constructs';
import { DIGEST_PREFIX, DOCUMENT_PREFIX } from '../../functions/environment.ts';
import type { BuiltStage } from '../app.ts';
import type { StageConfig } from '../config.ts';
import { BucketReplication } from '../constructs/bucket-replication.ts';
import { CaseWorkflow } from '../constructs/case-workflow.ts';
import { DestructionRole } from '../constructs/destruction-role.ts';
import { HttpApi } from '../constructs/http-api.ts';
import { logGroupName } from '../constructs/kept-logs.ts';
import { SealedBucket } from '../constructs/sealed-bucket.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import { SCHEDULED } from '../schedules.ts';
import type { ServedData } from '../served-data.ts';
import { MalwareScanStack } from '../stacks/malware-scan-stack.ts';
import type { ServiceStack } from '../stacks/service-stack.ts';
import { ofDestruction, ofReplication } from './bucket-acknowledgements.ts';
import { ofOuterStacks } from './outer-acknowledgements.ts';

/** What a region serves from, as the stack that holds it. */
type HeldData = ServedData & Stack;

export type Finding = readonly [rule: string, reason: string];

/** Findings of the AwsSolutions rules that we live with, each with its reason; everything else fails synthesis. */
export function checkByAwsSolutions(app: App, config: StageConfig, { stacks, ...first }: BuiltStage): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  for (const construct of stacks.flatMap((stack) => stack.node.findAll())) {
    const inSecond = Stack.of(construct).region === config.replica?.region;
    const { data, service } = (inSecond && first.second) || first;
    if (construct instanceof ServiceFunction) live(construct, ofFunction(construct, config, data, service));
    if (construct instanceof DestructionRole) live(construct, ofDestruction(config, data));
    if (construct instanceof BucketReplication) live(construct, ofReplication(construct, config, data));
    if (construct instanceof MalwareScanStack) live(construct, ofScan(construct, data));
    if (construct instanceof CaseWorkflow) live(construct, WORKFLOW);
    if (construct instanceof SealedBucket) live(construct, BUCKET);
    if (construct instanceof UserPool) live(construct, POOL);
    if (construct instanceof Queue && isLastPlace(construct)) live(construct, LAST_PLACE);
    live(construct, ofOuterStacks(construct));
    if (isScheduleRole(construct)) live(construct, ofSchedules(service));
    if (isOpenRoute(construct)) live(construct, OPEN_ROUTE);
    if (config.stage === 'local') live(construct, PLAIN_HTTP);
  }
}

function live(construct: IConstruct, findings: readonly Finding[]): void {
  for (const [rule, reason] of findings) {
    Validations.of(construct).acknowledge({ id: `AwsSolutions-${rule}`, reason });
  }
}

function ofFunction(
  { folder }: ServiceFunction,
  config: StageConfig,
  data: HeldData,
  service: ServiceStack,
): readonly Finding[] {
  const account = config.stage === 'local' ? data.account : '<AWS::AccountId>';
  const { partition } = data;
  const prefix = (bucket: IBucket, path: string) =>
    `IAM5[Resource::${exported(data, service, bucket)}/${path}*]`;
  const { clean, issued, quarantine } = DOCUMENT_PREFIX;
  const { keys } = DIGEST_PREFIX;
  return [
    ['IAM5[Resource::*]', 'Traces have no resource to name; the local cloud checks mail against none.'],
    [
      `IAM5[Resource::arn:${partition}:cloudwatch:${data.region}:${account}:alarm:*]`,
      'Alarms are listed by a prefix of their name, and the list has no other resource.',
    ],
    ['IAM5[Action::kms:ReEncrypt*]', 'A table under a customer key asks its callers for both forms.'],
    ['IAM5[Action::kms:GenerateDataKey*]', 'A table under a customer key asks its callers for both forms.'],
    [prefix(data.documents.bucket, clean), 'Objects of one prefix; their names are made at run time.'],
    [prefix(data.documents.bucket, issued), 'Objects of one prefix; their names are made at run time.'],
    [prefix(data.documents.bucket, quarantine), 'Objects of one prefix; their names are made at run time.'],
    [prefix(data.archive.bucket, ''), 'Objects of one bucket; their names are made at run time.'],
    [prefix(data.digests.bucket, ''), 'Objects of one bucket; their names are made at run time.'],
    [prefix(data.digests.bucket, keys), 'Objects of one prefix; their names are made at run time.'],
    [
      `IAM5[Resource::arn:${partition}:states:${data.region}:${account}:execution:banli-${config.stage}-case:*]`,
      'Executions of one state machine; their names are made at run time.',
    ],
    [
      `IAM5[Resource::arn:${partition}:logs:${data.region}:${account}:log-group:${logGroupName(config.stage, folder)}:*]`,
      'Streams of its own log group.',
    ],
  ];
}

/** The name under which the service stack imports the bucket's ARN; the rule shows it instead of the ARN. */
function exported(data: HeldData, user: Stack, bucket: IBucket): string {
  const name: unknown = user.resolve(data.exportValue(bucket.bucketArn));
  if (typeof name === 'object' && name !== null && 'Fn::ImportValue' in name)
    return String(name['Fn::ImportValue']);
  throw new TypeError('An export has no name');
}

const WORKFLOW: readonly Finding[] = [
  [
    'SF1',
    'The history keeps every event for 90 days; logs hold errors only, and never what a state was given.',
  ],
  ['IAM5[Resource::*]', 'Log delivery and traces have no resource to name.'],
];

const BUCKET: readonly Finding[] = [
  ['S1', 'A log of the server names no person; every read of a file is an access entry of its record.'],
];

const POOL: readonly Finding[] = [
  ['COG1', 'Customers have no password: a one-time code to their contact lets them in.'],
  ['COG2', 'Customers: the code is the factor. Staff: a one-time password is required.'],
  ['COG8', 'The plus plan is priced by the head; limits on tries and the session item stand in its place.'],
];

const LAST_PLACE: readonly Finding[] = [
  ['SQS3', 'Failures end here: an alarm rings on the first message, and a person redrives it.'],
];

const OPEN_ROUTE: readonly Finding[] = [
  [
    'APIG4',
    'Open to all on purpose: guides, sign-in, tracking by second fact, verification, and the answer 404.',
  ],
];

const PLAIN_HTTP: readonly Finding[] = [
  ['SQS4', 'The local cloud listens on loopback and enforces IAM over plain HTTP only.'],
  ['S10', 'The local cloud listens on loopback and enforces IAM over plain HTTP only.'],
];

function ofSchedules(service: ServiceStack): readonly Finding[] {
  return SCHEDULED.map((name): Finding => {
    const folder = `events/${name}`;
    const { defaultChild } = service.functions.of(folder).lambda.node;
    if (!CfnElement.isCfnElement(defaultChild)) throw new TypeError(`${folder} has no resource`);
    return [
      `IAM5[Resource::<${Stack.of(defaultChild).getLogicalId(defaultChild)}.Arn>:*]`,
      'Versions of one function of ours.',
    ];
  });
}

function isLastPlace({ node }: Construct): boolean {
  return node.id === 'parked' || node.id === 'schedules-failed';
}

function isScheduleRole(construct: IConstruct): boolean {
  return construct instanceof Role && construct.node.id.startsWith('every-');
}

function ofScan(scan: MalwareScanStack, data: HeldData): readonly Finding[] {
  const bucket = exported(data, scan, data.documents.bucket);
  return [
    [`IAM5[Resource::${bucket}/${DOCUMENT_PREFIX.quarantine}*]`, 'Objects of one prefix, named at run time.'],
    [
      `IAM5[Resource::arn:${scan.partition}:events:${scan.region}:<AWS::AccountId>:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*]`,
      'The rule of the scan is made and named by GuardDuty.',
    ],
  ];
}

/** The route's key is its id, as in `GET--public--services`. */
function isOpenRoute({ node }: IConstruct): boolean {
  const open = node.id.includes('--public--') || node.id.includes('--openapi');
  const ofApi = node.scope?.node.scope instanceof HttpApi;
  return (open && ofApi) || (node.id === 'default-route' && node.scope instanceof HttpApi);
}
