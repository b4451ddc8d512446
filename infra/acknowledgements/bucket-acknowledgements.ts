import type { Stack } from 'aws-cdk-lib';
import type { StageConfig } from '../config.ts';
import type { BucketReplication } from '../constructs/bucket-replication.ts';
import { DESTROYED_PREFIXES, REPORTS_PREFIX, regionsWithBuckets } from '../constructs/destruction-role.ts';
import { secondRegionOf } from '../regions.ts';
import type { Finding } from './acknowledgements.ts';

// Buckets are named for both regions, so that a rule shows their names and not an export.

export function ofReplication(
  { purpose }: BucketReplication,
  config: StageConfig,
  data: Stack,
): readonly Finding[] {
  const account = config.stage === 'local' ? data.account : '<AWS::AccountId>';
  return [config.region, secondRegionOf(config).region].map((region) => [
    `IAM5[Resource::arn:${data.partition}:s3:::banli-${config.stage}-${purpose}-${account}-${region}/*]`,
    'Every object of one bucket is copied, whatever its name.',
  ]);
}

/** What it deletes is named by case, and the list says which; nothing else of the buckets. */
export function ofDestruction(config: StageConfig, data: Stack): readonly Finding[] {
  const account = config.stage === 'local' ? data.account : '<AWS::AccountId>';
  const named = { ...DESTROYED_PREFIXES, archive: [...DESTROYED_PREFIXES.archive, REPORTS_PREFIX] };
  const objects = regionsWithBuckets(config).flatMap((region) =>
    Object.entries(named).flatMap(([purpose, prefixes]) =>
      prefixes.map(
        (prefix): Finding => [
          `IAM5[Resource::arn:${data.partition}:s3:::banli-${config.stage}-${purpose}-${account}-${region}/${prefix}*]`,
          'Papers of cases, named by an approved list.',
        ],
      ),
    ),
  );
  return [
    ...objects,
    [
      `IAM5[Resource::arn:${data.partition}:cloudformation:${data.region}:${account}:stack/banli-${config.stage}-*]`,
      'Ids of stacks are made when they are; only their outputs are read.',
    ],
    ['IAM5[Action::kms:ReEncrypt*]', 'A table under a customer key asks its callers for both forms.'],
    ['IAM5[Action::kms:GenerateDataKey*]', 'A table under a customer key asks its callers for both forms.'],
  ];
}
