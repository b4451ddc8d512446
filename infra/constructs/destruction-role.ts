import { AccountRootPrincipal, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { DOCUMENT_PREFIX } from '../../functions/environment.ts';
import type { ServedData } from '../served-data.ts';

export interface DestructionRoleProps {
  readonly stage: string;
  /** Roles are of the account, and each region has one. */
  readonly region: string;
  readonly data: ServedData;
}

/**
 * The one role that may delete: keys and what lies beside the versions of a case, its messages, its papers. A person of the
 * account takes it on with a second factor, for the command that carries out an approved list; no function can.
 */
export class DestructionRole extends Construct {
  constructor(scope: Construct, id: string, { stage, region, data }: DestructionRoleProps) {
    super(scope, id);
    const role = new Role(this, 'role', {
      roleName: `banli-${stage}-destruction-${region}`,
      assumedBy: new AccountRootPrincipal().withConditions({
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      }),
      description: 'Carries out approved destruction lists',
    });
    const allow = (actions: string[], resources: string[], conditions = {}) =>
      role.addToPrincipalPolicy(new PolicyStatement({ actions, resources, conditions }));
    const { records, archive, documents, keys } = data;
    records.grantReadWrite(role);
    allow(['dynamodb:DeleteItem'], [records.table.tableArn], {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['CASE#*', 'MESSAGE#*'] },
    });
    keys.personal.grant(role, 'kms:Decrypt');
    keys.archive.grantEncryptDecrypt(role);
    allow(['s3:ListBucketVersions'], [archive.bucket.bucketArn, documents.bucket.bucketArn]);
    const papers = archive.bucket.arnForObjects('cases/*');
    allow(['s3:GetObjectVersion', 's3:GetObjectRetention', 's3:GetObjectLegalHold'], [papers]);
    const { clean, quarantine, issued } = DOCUMENT_PREFIX;
    const uploads = [clean, quarantine, issued].map((prefix) => documents.bucket.arnForObjects(`${prefix}*`));
    allow(['s3:DeleteObjectVersion'], [papers, ...uploads]);
    const reports = archive.bucket.arnForObjects('destruction/*');
    allow(['s3:PutObject', 's3:PutObjectLegalHold', 's3:GetObjectVersion'], [reports]);
  }
}
