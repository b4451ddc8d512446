import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { stageConfig } from '../../infra/config.ts';
import { BUCKET_PURPOSES } from '../../infra/names.ts';
import { BUCKETS } from '../../infra/regional-data.ts';
import { flat, keysNamedIn, refersTo, statementsOf, synthesized } from './support/stage.ts';

const { region: FIRST, replica } = stageConfig('prod');
const SECOND = replica?.region ?? '';

interface Replication {
  readonly Role: string;
  // biome-ignore lint/suspicious/noExplicitAny: in the words of S3
  readonly Rules: readonly any[];
}

/** What a bucket is told to copy: the first region's by its template, the second region's by a call to S3. */
function replications(stage: 'dev' | 'prod', purpose: string) {
  const first = synthesized(stage).resources.find(({ stack, id }) => {
    return stack === 'data' && id.startsWith(`${purpose}bucket`);
  })?.is.ReplicationConfiguration;
  const call = synthesized(stage).resources.find(({ stack, id }) => {
    return stack === 'data-join' && id.startsWith(`apply${purpose}`);
  })?.is;
  const { parameters } = JSON.parse(flat(call.Create));
  expect(call.Update).toEqual(call.Create);
  return [
    { from: FIRST, to: SECOND, told: JSON.parse(flat(first)) as Replication },
    { from: SECOND, to: FIRST, told: parameters.ReplicationConfiguration as Replication },
  ];
}

describe.each(['dev', 'prod'] as const)('in stage %s', (stage) => {
  test.each(BUCKET_PURPOSES)('[R15] what comes into the bucket of %s is copied, both ways', (purpose) => {
    for (const { to, told } of replications(stage, purpose)) {
      expect(told.Rules).toHaveLength(1);
      // Its alarms know the rule by this name, which S3 and CloudFormation spell each in their way.
      expect(told.Rules[0].ID ?? told.Rules[0].Id).toBe('to-the-other-region');
      const [{ Status, Filter, Destination, SourceSelectionCriteria, DeleteMarkerReplication }] = told.Rules;
      expect([Status, Filter]).toEqual(['Enabled', { Prefix: '' }]);
      expect(Destination.Bucket).toBe(`arn:aws:s3:::banli-${stage}-${purpose}-(AWS::AccountId)-${to}`);
      expect(Destination.EncryptionConfiguration.ReplicaKmsKeyID).toContain(`arn:aws:kms:${to}:`);
      expect(keysNamedIn(Destination.EncryptionConfiguration)).toEqual([BUCKETS[purpose].key]);
      expect(SourceSelectionCriteria).toEqual({
        SseKmsEncryptedObjects: { Status: 'Enabled' },
        ReplicaModifications: { Status: 'Enabled' },
      });
      // What was deleted by mistake in one region is still in the other.
      expect(DeleteMarkerReplication).toEqual({ Status: 'Disabled' });
    }
  });

  test('[R15] archive and digests are in the other region within fifteen minutes, or a metric says so', () => {
    const time = { Status: 'Enabled', Time: { Minutes: 15 } };
    for (const purpose of BUCKET_PURPOSES) {
      for (const { told } of replications(stage, purpose)) {
        const { ReplicationTime, Metrics } = told.Rules[0].Destination;
        expect(ReplicationTime).toEqual(purpose === 'documents' ? undefined : time);
        expect(Metrics.Status).toBe('Enabled');
      }
    }
  });

  test.each(BUCKET_PURPOSES)(
    '[R34] S3 reads %s of one region and writes those of the other, nothing else',
    (purpose) => {
      const all = synthesized(stage);
      for (const { stack, from, to } of [
        { stack: 'data', from: FIRST, to: SECOND },
        { stack: 'data-join', from: SECOND, to: FIRST },
      ]) {
        const role = all
          .all('AWS::IAM::Role')
          .find((one) => one.stack === stack && one.id.startsWith(`replicate${purpose}role`));
        const allowed = all
          .all('AWS::IAM::Policy')
          .filter((one) => one.stack === stack && refersTo(one.is.Roles, role?.id ?? ''))
          .flatMap(({ is }) => statementsOf(JSON.parse(flat(is.PolicyDocument))));
        const bucketIn = (region: string) =>
          `arn:aws:s3:::banli-${stage}-${purpose}-(AWS::AccountId)-${region}`;
        const acts = new Map(allowed.flatMap(({ Action, ...rest }) => Action.map((act) => [act, rest])));
        const on = (act: string) => acts.get(act)?.Resource;
        for (const [act, { Resource }] of acts) {
          expect([act, Resource]).toEqual([act, [expect.not.stringMatching(/^\*$/)]]);
        }
        expect(on('s3:GetObjectVersionForReplication')).toEqual([`${bucketIn(from)}/*`]);
        expect(on('s3:ReplicateObject')).toEqual([`${bucketIn(to)}/*`]);
        expect([...acts.keys()].filter((act) => /Delete|Put|Bypass/.test(act))).toEqual([]);
        for (const [act, region] of [
          ['kms:Decrypt', from],
          ['kms:Encrypt', to],
          ['kms:GenerateDataKey', to],
        ] as const) {
          expect(on(act)?.[0]).toContain(`arn:aws:kms:${region}:`);
          expect(acts.get(act)?.Condition).toEqual({
            StringEquals: {
              'kms:ViaService': `s3.${region}.amazonaws.com`,
              'kms:EncryptionContext:aws:s3:arn': bucketIn(region),
            },
          });
        }
      }
    },
  );

  test('[R15] no stack imports what another region exports, so that each region can be deployed without the other', () => {
    const { folder, regionOf } = readManifest(stage);
    const exported = new Map<string, string>();
    const imported: [stack: string, name: string][] = [];
    for (const stack of regionOf.keys()) {
      const text = readFileSync(join(folder, `${stack}.template.json`), 'utf8');
      const { Outputs = {} } = templateShape.parse(JSON.parse(text));
      for (const { Export } of Object.values(Outputs)) if (Export) exported.set(Export.Name, stack);
      for (const [, name = ''] of text.matchAll(/"Fn::ImportValue":\s*"([^"]+)"/g))
        imported.push([stack, name]);
    }
    expect(imported.length).toBeGreaterThan(50);
    const across = imported.filter(
      ([stack, name]) => regionOf.get(exported.get(name) ?? '') !== regionOf.get(stack),
    );
    expect(across).toEqual([]);
  });

  test('[R42] nothing stands on the stacks of the service, and no state is in them: they may be destroyed at any time', () => {
    for (const region of ['first', 'second'] as const) {
      const all = synthesized(stage, region);
      const users = all.resources.filter(({ is }) =>
        new RegExp(`"banli-${stage}-service(-second)?:`).test(JSON.stringify(is)),
      );
      expect(users.map(({ stack, id }) => `${stack}/${id}`)).toEqual([]);
      // The portal is built again from the same sources.
      const held = all.resources.filter(
        ({ stack, id, type }) =>
          stack === 'service' && HOLDS_STATE.test(type) && !id.startsWith('portalbucket'),
      );
      expect(held.map(({ id }) => id)).toEqual([]);
    }
  });
});

const HOLDS_STATE =
  /^AWS::(DynamoDB|S3::Bucket$|Cognito::UserPool$|KMS::Key|Logs::LogGroup|Backup|SecretsManager)/;

const templateShape = z.looseObject({
  Outputs: z.optional(
    z.record(z.string(), z.looseObject({ Export: z.optional(z.looseObject({ Name: z.string() })) })),
  ),
});

function readManifest(stage: string) {
  const { folder } = synthesized(stage === 'dev' ? 'dev' : 'prod');
  const { artifacts } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const stacks = Object.entries<{ type: string; environment: string }>(artifacts).filter(
    ([, { type }]) => type === 'aws:cloudformation:stack',
  );
  const regionOf = new Map(stacks.map(([id, { environment }]) => [id, environment.split('/').at(-1)]));
  return { folder, regionOf };
}
