import { Stack } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { DOCUMENT_PREFIX } from '../../functions/environment.ts';
import type { StageConfig } from '../config.ts';
import { type BucketPurpose, bucketName } from '../names.ts';
import type { ServedData } from '../served-data.ts';

export interface DestructionRoleProps {
  readonly config: StageConfig;
  readonly data: ServedData;
}

/** What of the archive and of the documents goes with a case; reports are kept beside it. */
export const DESTROYED_PREFIXES: Readonly<Record<'archive' | 'documents', readonly string[]>> = {
  archive: ['cases/'],
  documents: Object.values(DOCUMENT_PREFIX),
};
export const REPORTS_PREFIX = 'destruction/';

/**
 * The one role that may delete: keys and what lies beside the versions of a case, its messages, its papers in both regions.
 * A person of the account takes it on with a second factor, for the command that carries out an approved list; no function can.
 */
export class DestructionRole extends Construct {
  constructor(scope: Construct, id: string, { config, data }: DestructionRoleProps) {
    super(scope, id);
    const stack = Stack.of(this);
    // Roles are of the account, and each region has one.
    const role = new Role(this, 'role', {
      roleName: `banli-${config.stage}-destruction-${stack.region}`,
      assumedBy: new AccountRootPrincipal().withConditions({
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      }),
      description: 'Carries out approved destruction lists',
    });
    const allow = (actions: string[], resources: string[], conditions = {}) =>
      role.addToPrincipalPolicy(new PolicyStatement({ actions, resources, conditions }));
    const { records, keys } = data;
    // The command reads there what the tables, keys and buckets are called.
    allow(['cloudformation:DescribeStacks'], [stacksOf(stack, config.stage)]);
    records.grantReadWrite(role);
    allow(['dynamodb:DeleteItem'], [records.table.tableArn], {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['CASE#*', 'MESSAGE#*'] },
    });
    keys.personal.grant(role, 'kms:Decrypt');
    keys.archive.grantEncryptDecrypt(role);
    const buckets = (purpose: BucketPurpose) =>
      regionsWithBuckets(config).map((region) => bucketArn(stack, config.stage, purpose, region));
    const under = (purpose: BucketPurpose, prefixes: readonly string[]) =>
      buckets(purpose).flatMap((arn) => prefixes.map((prefix) => `${arn}/${prefix}*`));
    const papers = under('archive', DESTROYED_PREFIXES.archive);
    const uploads = under('documents', DESTROYED_PREFIXES.documents);
    allow(['s3:ListBucketVersions'], [...buckets('archive'), ...buckets('documents')]);
    allow(['s3:GetObjectVersion', 's3:GetObjectRetention', 's3:GetObjectLegalHold'], papers);
    allow(['s3:DeleteObjectVersion'], [...papers, ...uploads]);
    const reports = under('archive', [REPORTS_PREFIX]);
    allow(['s3:PutObject', 's3:PutObjectLegalHold', 's3:GetObjectVersion'], reports);
  }
}

export function regionsWithBuckets({ region, replica }: StageConfig): readonly string[] {
  return replica === undefined ? [region] : [region, replica.region];
}

/** Of a stage, whatever their ids. */
export function stacksOf(stack: Stack, stage: string): string {
  return stack.formatArn({ service: 'cloudformation', resource: 'stack', resourceName: `banli-${stage}-*` });
}

/** By name, since neither region's stacks may refer to the other's. */
function bucketArn(stack: Stack, stage: string, purpose: BucketPurpose, region: string): string {
  const resource = bucketName(stack, stage, purpose, region);
  return stack.formatArn({ service: 's3', region: '', account: '', resource });
}
