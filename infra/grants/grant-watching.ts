import { ArnFormat, type Stack } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type EnvironmentName, MEASURES_NAMESPACE } from '../../functions/environment.ts';
import { vaultName } from '../constructs/locked-vault.ts';
import type { FunctionEntry } from '../function-entries.ts';
import type { Granted } from './grants.ts';

/** What looks at the system itself: its alarms, its measures, its backups. It changes nothing of them. */
export function grantWatching(
  grantee: IGrantable,
  entry: FunctionEntry,
  { config, data }: Granted,
  stack: Stack,
): Partial<Record<EnvironmentName, string>> {
  const allow = (actions: string[], resources: string[], conditions?: Record<string, unknown>) => {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions, resources, ...(conditions && { conditions }) }),
    );
  };
  if (entry.watches === 'alarms') {
    const alarms = config.checksEveryResource ? alarmsOfAccount(stack) : '*';
    allow(['cloudwatch:DescribeAlarms'], [alarms]);
  }
  if (entry.watches === 'measures') {
    // The local cloud knows no namespace in a condition, and would refuse.
    const ours = { StringEquals: { 'cloudwatch:namespace': MEASURES_NAMESPACE } };
    allow(['cloudwatch:PutMetricData'], ['*'], config.checksEveryResource ? ours : undefined);
  }
  const vault = config.backup && vaultName(config.stage);
  if (entry.backups && vault !== undefined) {
    const vaultArn = stack.formatArn({
      service: 'backup',
      resource: 'backup-vault',
      resourceName: vault,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    allow(['backup:ListProtectedResourcesByBackupVault'], [vaultArn]);
    allow(['backup:ListBackupJobs', 'backup:ListCopyJobs', 'backup:ListRestoreJobs'], ['*']);
  }
  return {
    ...(entry.backups && {
      backupVault: vault ?? 'none',
      documentsBucket: data.documents.bucket.bucketName,
      archiveBucket: data.archive.bucket.bucketName,
    }),
  };
}

/** Alarms are listed by a prefix of their name; AWS asks for the list, and knows no resource for the prefix. */
export function alarmsOfAccount(stack: Stack): string {
  return stack.formatArn({
    service: 'cloudwatch',
    resource: 'alarm',
    resourceName: '*',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}
