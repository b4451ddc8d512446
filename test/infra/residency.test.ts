import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { CfnBackupPlan, CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { CfnEmailIdentity } from 'aws-cdk-lib/aws-ses';
import { describe, expect, test } from 'vitest';
import { STAGES, type StageConfig, stageConfig } from '../../infra/config.ts';
import { checkResidency, outsideJurisdiction } from '../../infra/residency.ts';
import { root } from '../../local/places.ts';
import { synthesized } from './support/stage.ts';

const dev = stageConfig('dev');

/** Synthesizes one stack with what `add` puts into it and answers why it is refused. */
function refusal(region: string, add: (stack: Stack) => unknown, config: StageConfig = dev): string {
  const app = new App();
  add(new Stack(app, 'tried', { env: { region } }));
  try {
    checkResidency(app.synth(), config);
    return '';
  } catch (error) {
    return String(error);
  }
}

describe('synthesis refuses', () => {
  test.each<[string, (stack: Stack) => unknown]>([
    ['bucket', (stack) => new CfnBucket(stack, 'kept')],
    ['log', (stack) => new LogGroup(stack, 'kept')],
    ['identity', (stack) => new UserPool(stack, 'kept')],
    ['mail identity', (stack) => new CfnEmailIdentity(stack, 'kept', { emailIdentity: 'hall@example.org' })],
    ['backup', (stack) => new CfnBackupVault(stack, 'kept', { backupVaultName: 'kept' })],
  ])('a %s in a region outside the jurisdiction', (kind, add) => {
    expect(refusal('us-east-1', add)).toMatch(
      new RegExp(`\\n +${kind} tried/kept\\w* \\(.+\\) in us-east-1`),
    );
    expect(refusal('ap-northeast-1', add)).toBe('');
  });

  const table = (region: string) => (stack: Stack) =>
    new TableV2(stack, 'kept', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      replicas: [{ region }],
    });

  test('a replica that the table of an allowed region would have outside', () => {
    expect(refusal('ap-northeast-1', table('eu-west-1'))).toContain('replica tried/kept');
    expect(refusal('ap-northeast-1', table('ap-northeast-3'))).toBe('');
  });

  test('a witness outside, though it holds nothing that can be read', () => {
    const inside = ['ap-northeast-1', 'ap-northeast-3'];
    const { stacks } = placed('prod');
    expect(outsideJurisdiction(stacks, inside)).toEqual([
      expect.stringMatching(/^replica banli-prod-data\/records.* in ap-northeast-2$/),
    ]);
  });

  test('a copy of a backup, or of a bucket, that goes outside', () => {
    const arn = (service: string) => `arn:aws:${service}:cn-north-1:111122223333:backup-vault:copies`;
    const plan = (stack: Stack) =>
      new CfnBackupPlan(stack, 'kept', {
        backupPlan: {
          backupPlanName: 'daily',
          backupPlanRule: [
            {
              ruleName: 'daily',
              targetBackupVault: 'own',
              copyActions: [{ destinationBackupVaultArn: arn('backup') }],
            },
          ],
        },
      });
    expect(refusal('ap-northeast-1', plan)).toContain('backup tried/kept');
    const bucket = (stack: Stack) =>
      new CfnBucket(stack, 'kept').addPropertyOverride('ReplicationConfiguration', { Key: arn('kms') });
    expect(refusal('ap-northeast-1', bucket)).toContain('bucket tried/kept');
  });

  test('whatever nobody thought of: outside only what keeps nothing is let through', () => {
    const unknown = { name: 'edge', region: 'us-east-1', resources: { a: { Type: 'AWS::Kinesis::Stream' } } };
    expect(outsideJurisdiction([unknown], dev.jurisdiction)).toEqual([
      'resource edge/a (AWS::Kinesis::Stream) in us-east-1',
    ]);
  });
});

test('each stage names its jurisdiction, and all of its stacks that hold anything are inside', () => {
  for (const stage of STAGES) {
    const { stacks } = placed(stage);
    expect(stacks.length).toBeGreaterThanOrEqual(5);
    expect(outsideJurisdiction(stacks, stageConfig(stage).jurisdiction)).toEqual([]);
    const elsewhere = stacks.filter(({ region }) => !stageConfig(stage).jurisdiction.includes(region));
    expect(elsewhere.map(({ name }) => name)).toEqual(stage === 'local' ? [] : [`banli-${stage}-edge`]);
  }
});

function placed(stage: (typeof STAGES)[number]) {
  const { folder } = synthesized(stage);
  const { artifacts } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const stacks = Object.entries<{ type: string; environment: string }>(artifacts).flatMap(
    ([name, artifact]) => {
      if (artifact.type !== 'aws:cloudformation:stack') return [];
      const template = JSON.parse(readFileSync(join(folder, `${name}.template.json`), 'utf8'));
      const region = artifact.environment.split('/').at(-1) ?? '';
      return [{ name, region, resources: template.Resources }];
    },
  );
  return { stacks };
}

test('the documents say of every partition what it can do, service by service', () => {
  const table = readFileSync(join(root, 'docs/partitions.md'), 'utf8');
  for (const word of ['aws-cn', 'aws-us-gov', 'Cognito user pools', 'SMS', 'strong consistency', 'SM2']) {
    expect(table).toContain(word);
  }
});
