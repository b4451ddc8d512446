import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { EnvironmentName } from '../../functions/environment.ts';
import type { StageConfig } from '../config.ts';
import type { ServedData } from '../served-data.ts';

/** Looking whether files have been copied to this region takes their names alone: nothing is read. */
export function grantCopies(
  grantee: IGrantable,
  data: ServedData,
  { replica }: StageConfig,
): Partial<Record<EnvironmentName, string>> {
  data.documents.grantList(grantee);
  data.archive.grantList(grantee);
  return {
    consistency: replica?.consistency ?? 'strong',
    documentsBucket: data.documents.bucket.bucketName,
    archiveBucket: data.archive.bucket.bucketName,
  };
}
