import { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { Role } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import { PortalBucket } from '../constructs/portal-bucket.ts';
import { RestoreTest } from '../constructs/restore-test.ts';
import { BackupStack } from '../stacks/backup-stack.ts';
import type { Finding } from './acknowledgements.ts';

/** What we live with in the stacks around data and service. */
export function ofOuterStacks(construct: IConstruct): readonly Finding[] {
  const { scope } = construct.node;
  if (construct instanceof Role && scope instanceof BackupStack) return BACKUP_ROLE;
  if (construct instanceof Role && scope instanceof RestoreTest) return RESTORE_ROLE;
  if (construct instanceof Distribution) return DISTRIBUTION;
  if (construct instanceof Bucket && scope instanceof PortalBucket) return PORTAL;
  return [];
}

const kept = (policy: string): Finding => [
  `IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${policy}]`,
  'AWS says with it what Backup needs of each service and keeps it in step; only Backup, for our account, takes on the role.',
];

const BACKUP_ROLE: readonly Finding[] = [
  kept('service-role/AWSBackupServiceRolePolicyForBackup'),
  kept('AWSBackupServiceRolePolicyForS3Backup'),
];

const RESTORE_ROLE: readonly Finding[] = [
  kept('service-role/AWSBackupServiceRolePolicyForRestores'),
  kept('AWSBackupServiceRolePolicyForS3Restore'),
];

const DISTRIBUTION: readonly Finding[] = [
  ['CFR1', 'Citizens abroad apply too; who may apply is a rule of the service and not of the network.'],
  [
    'CFR3',
    'A log of the edge would hold addresses of people outside of the jurisdiction; the API keeps its own.',
  ],
];

const PORTAL: readonly Finding[] = [
  ['S1', 'It holds the pages that everybody may read, and no data of anybody.'],
];
