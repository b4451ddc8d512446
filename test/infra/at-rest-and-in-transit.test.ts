import { describe, expect, test } from 'vitest';
import {
  keyNamedIn,
  named,
  type Resource,
  refersTo,
  statementsOf,
  synthesized,
  textOf,
} from './support/stage.ts';

const local = synthesized('local');
const dev = synthesized('dev');
const prod = synthesized('prod');

/** The pages of the portal are public, and no data of anybody. */
const ofData = ({ id }: Resource) => !id.startsWith('portal');

describe('at rest', () => {
  test.each([
    ['AWS::SQS::Queue', 'KmsMasterKeyId', 'messages', 16],
    ['AWS::SNS::Topic', 'KmsMasterKeyId', 'messages', 2],
    ['AWS::Logs::LogGroup', 'KmsKeyId', 'logs', 30],
  ])('[R34] every %s is under a key of ours', (type, property, purpose, least) => {
    for (const stage of [local, dev, prod]) {
      const found = stage.all(type);
      expect(found.length).toBeGreaterThanOrEqual(least);
      const others = found.filter(({ is }) => keyNamedIn(is[property]) !== purpose);
      // The edge is in a region where no key of ours is; its alarms speak of nobody.
      expect(
        others
          .filter(({ is, stack }) => stack !== 'edge' || !textOf(is[property]).includes('alarmkey'))
          .map(named),
      ).toEqual([]);
    }
  });

  test('[R34] every bucket is under the key of what it holds', () => {
    for (const stage of [local, dev, prod]) {
      const keys = stage
        .all('AWS::S3::Bucket')
        .filter(ofData)
        .map(({ is }) => keyNamedIn(is.BucketEncryption));
      const ofTrail = stage === local ? [] : ['trail'];
      expect(keys.toSorted()).toEqual(['archive', 'archive', 'documents', ...ofTrail]);
    }
  });

  test('[R34] every table is under a key of ours, its replica under the same in its own region', () => {
    for (const stage of [local, dev, prod]) {
      for (const { is } of stage.all('AWS::DynamoDB::GlobalTable')) {
        expect(is.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
        for (const { Region, SSESpecification } of is.Replicas) {
          expect(keyNamedIn(SSESpecification)).toBe('table');
          if (Region !== 'ap-northeast-1') expect(textOf(SSESpecification)).toContain(`:kms:${Region}:`);
        }
      }
    }
  });

  test('keys turn by themselves, but for MAC keys (old values must stay findable) and the signing key', () => {
    const keys = prod.all('AWS::KMS::Key').filter(({ stack }) => stack === 'keys');
    expect(keys).toHaveLength(11);
    for (const { is } of keys) {
      expect([is.MultiRegion, is.EnableKeyRotation === true]).toEqual([true, is.KeySpec === undefined]);
    }
    const special = keys.flatMap(({ is }): string[] => (is.KeySpec === undefined ? [] : [is.KeySpec]));
    expect(special.toSorted()).toEqual(['ECC_NIST_P256', 'HMAC_256', 'HMAC_256']);
    const signing = keys.find(({ is }) => is.KeySpec === 'ECC_NIST_P256');
    expect(signing?.is.KeyUsage).toBe('SIGN_VERIFY');
  });
});

describe('in transit', () => {
  test.each([
    ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy', 'Bucket'],
    ['AWS::SQS::Queue', 'AWS::SQS::QueuePolicy', 'Queues'],
    ['AWS::SNS::Topic', 'AWS::SNS::TopicPolicy', 'Topics'],
  ])('every %s refuses what does not come by TLS', (type, policyType, target) => {
    for (const stage of [dev, prod]) {
      const policies = stage.all(policyType).filter(({ is }) => refusesPlain(is.PolicyDocument));
      const open = stage
        .all(type)
        .filter(
          ({ id, stack }) => !policies.some((one) => one.stack === stack && refersTo(one.is[target], id)),
        );
      expect(open.map(named)).toEqual([]);
    }
  });

  test('mail leaves by TLS or not at all', () => {
    for (const stage of [local, dev, prod]) {
      const sets = stage.all('AWS::SES::ConfigurationSet');
      expect(sets.map(({ is }) => is.DeliveryOptions.TlsPolicy)).toEqual(['REQUIRE']);
    }
  });
});

function refusesPlain(document: Parameters<typeof statementsOf>[0]): boolean {
  return statementsOf(document).some(
    ({ Effect, Condition }) =>
      Effect === 'Deny' && textOf(Condition) === '{"Bool":{"aws:SecureTransport":"false"}}',
  );
}
