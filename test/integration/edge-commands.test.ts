import { Agent } from 'node:http';
import {
  CloudFrontClient,
  CreateDistributionCommand,
  CreateKeyValueStoreCommand,
  GetInvalidationCommand,
  ListInvalidationsCommand,
} from '@aws-sdk/client-cloudfront';
import { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore';
import { expect, test } from 'vitest';
import { settingsFor } from '../../local/aws.ts';
import { KeyValueStore } from '../../operations/edge/edge-store.ts';
import { invalidate } from '../../operations/portal/invalidate.ts';
import { cloud } from './support/cloud.ts';

// The local stage has no edge, but the emulator speaks the API of CloudFront and of its store.
const settings = settingsFor(cloud.endpoint.replace('127.0.0.1', 'localhost'), 'us-east-1');
const cloudFront = new CloudFrontClient(settings);

test('what the edge reads is kept in a store of CloudFront’s, each change on top of the one before', async () => {
  const { KeyValueStore: made } = await cloudFront.send(
    new CreateKeyValueStoreCommand({ Name: 'banli-tried' }),
  );
  const client = new CloudFrontKeyValueStoreClient({
    ...settings,
    // The account is put before the name; here every name is this machine.
    requestHandler: {
      httpAgent: new Agent({
        lookup: (_name, _options, found) => found(null, [{ address: '127.0.0.1', family: 4 }]),
      }),
    },
  });
  const store = new KeyValueStore(client, made?.ARN ?? '');
  expect(await store.get('active-region')).toBeUndefined();
  await store.put('active-region', 'ap-northeast-1');
  await store.put('origin-secret', 'word');
  await store.put('active-region', 'ap-northeast-3');
  expect([await store.get('active-region'), await store.get('origin-secret')]).toEqual([
    'ap-northeast-3',
    'word',
  ]);
});

test('a publication has the edge ask again for pages and settings, and for nothing that is named by its content', async () => {
  const { Distribution } = await cloudFront.send(
    new CreateDistributionCommand({
      DistributionConfig: {
        CallerReference: 'tried',
        Comment: '',
        Enabled: true,
        Origins: {
          Quantity: 1,
          Items: [{ Id: 'o', DomainName: 'pages.example.org', S3OriginConfig: { OriginAccessIdentity: '' } }],
        },
        DefaultCacheBehavior: {
          TargetOriginId: 'o',
          ViewerProtocolPolicy: 'https-only',
          CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
        },
      },
    }),
  );
  const DistributionId = Distribution?.Id ?? '';
  const files = ['index.html', 'desk/index.html', 'config.json', 'assets/customer-1a.js'].map((name) => ({
    name,
    bytes: new Uint8Array(),
  }));
  await invalidate(cloudFront, DistributionId, { files, now: '2026-03-02T01:00:00.000Z' });
  const { InvalidationList } = await cloudFront.send(new ListInvalidationsCommand({ DistributionId }));
  const [noted] = InvalidationList?.Items ?? [];
  const { Invalidation } = await cloudFront.send(
    new GetInvalidationCommand({ DistributionId, Id: noted?.Id ?? '' }),
  );
  expect(Invalidation?.InvalidationBatch?.Paths?.Items?.toSorted()).toEqual([
    '/',
    '/config.json',
    '/desk',
    '/desk/*',
    '/desk/index.html',
    '/index.html',
  ]);
});
