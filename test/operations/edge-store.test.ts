import { expect, test } from 'vitest';
import { startKeyValueStore } from '../support/key-value-store.ts';

test('keeps the active region and the edge’s word, each change on top of the one before', async () => {
  const { store, signatures } = await startKeyValueStore();
  expect(await store.get('active-region')).toBeUndefined();
  await store.put('active-region', 'ap-northeast-1');
  await store.put('active-region', 'ap-northeast-3');
  expect(await store.get('active-region')).toBe('ap-northeast-3');
  // The store takes signatures for all regions only.
  expect(new Set(signatures)).toEqual(new Set(['AWS4-ECDSA-P256-SHA256']));
});
