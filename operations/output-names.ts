import { ENVIRONMENT, type EnvironmentName } from '../functions/environment.ts';

/** Outputs of the stacks by the configuration they stand for. */
export const FROM_OUTPUTS: Readonly<Partial<Record<EnvironmentName, string>>> = {
  recordsTable: 'RecordsTableName',
  transientTable: 'TransientTableName',
  personalKeyId: 'PersonalKeyArn',
  indexKeyId: 'IndexKeyArn',
  claimsKeyId: 'ClaimsKeyArn',
  signingKeyId: 'SigningKeyArn',
  digestsBucket: 'DigestsBucketName',
  documentsBucket: 'DocumentsBucketName',
  archiveBucket: 'ArchiveBucketName',
  customerPoolId: 'CustomerPoolId',
  customerClientId: 'CustomerClientId',
  staffPoolId: 'StaffPoolId',
  staffClientId: 'StaffClientId',
};

export function variableOf(name: string): string {
  const found = Object.entries(ENVIRONMENT).find(([key]) => key === name);
  if (found === undefined) throw new Error(`no variable for ${name}`);
  return found[1];
}
