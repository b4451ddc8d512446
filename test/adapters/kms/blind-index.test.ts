import { createHmac } from 'node:crypto';
import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import { expect, test } from 'vitest';
import { type IndexVersions, KmsBlindIndex } from '../../../functions/adapters/kms/blind-index.ts';
import { mockClient } from '../../support/mock-client.ts';

function setup() {
  const mock = mockClient(KMSClient);
  mock.on(GenerateMacCommand).callsFake(({ KeyId, Message }) => ({
    Mac: createHmac('sha256', KeyId).update(Message).digest(),
  }));
  let versions: IndexVersions = { current: 1 };
  const keys = { indexKeyId: 'index', claimsKeyId: 'claims', versions: async () => versions };
  return {
    mock,
    index: new KmsBlindIndex(new KMSClient({ region: 'eu-west-1' }), keys),
    use: (next: IndexVersions) => {
      versions = next;
    },
  };
}

const macOf = async ({ index }: ReturnType<typeof setup>) =>
  (await index.macs({ 'national-id': '1' }))['national-id'] ?? '';

test('[R36] until a re-index has ended a value is found under both keys, and made under the new one', async () => {
  const scene = setup();
  const old = await macOf(scene);
  expect(await scene.index.findable('national-id', '1')).toEqual([old]);
  scene.use({ current: 2, previous: 1 });
  const fresh = await macOf(scene);
  expect(fresh.startsWith('k2:')).toBe(true);
  expect(fresh.slice(3)).not.toBe(old.slice(3));
  expect(await scene.index.findable('national-id', '1')).toEqual([fresh, old]);
  scene.use({ current: 2 });
  expect(await scene.index.findable('national-id', '1')).toEqual([fresh]);
});

test('claims know no rotation, and a root is asked of the key service once a version', async () => {
  const scene = setup();
  const claim = await scene.index.claimMac('receipt', '1');
  scene.use({ current: 2, previous: 1 });
  expect(await scene.index.claimMac('receipt', '1')).toBe(claim);
  for (let n = 0; n < 5; n += 1) await scene.index.findable('national-id', String(n));
  expect(scene.mock.commandCalls(GenerateMacCommand)).toHaveLength(3);
});
