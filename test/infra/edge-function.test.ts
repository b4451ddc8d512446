import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { turnOriginSecret } from '../../operations/edge/turn-origin-secret.ts';
import { startKeyValueStore } from '../support/key-value-store.ts';
import { edgeFunction, edgeRefusals } from './support/edge-runtime.ts';
import { synthesized } from './support/stage.ts';

const dev = synthesized('dev');
const prod = synthesized('prod');

/** The function as it is deployed. */
const source = String(prod.all('AWS::CloudFront::Function')[0]?.is.FunctionCode);

const chooseOrigin = (stored: Record<string, string>) => edgeFunction(source, async (key) => stored[key]);

describe('the function at the edge', () => {
  test('goes to the first region until another was made active, and to that one from then on', async () => {
    expect((await chooseOrigin({})('/me/cases')).origin).toBe('api-ap-northeast-1');
    const moved = chooseOrigin({ 'active-region': 'ap-northeast-3' });
    expect((await moved('/me/cases')).origin).toBe('api-ap-northeast-3');
    expect((await moved('/desk')).origin).toBe('portal-ap-northeast-3');
  });

  test('[R29] says its own word to the API, over whatever a caller says, and none until one was set', async () => {
    const forged = { 'x-banli-edge': { value: 'forged' }, 'x-banli-viewer': { value: '203.0.113.1' } };
    const { headers } = await chooseOrigin({ 'origin-secret': 'word' })('/public/services', { ...forged });
    expect(headers).toMatchObject({
      'x-banli-edge': { value: 'word' },
      'x-banli-viewer': { value: '198.51.100.7' },
    });
    expect((await chooseOrigin({})('/staff/queue', forged)).headers['x-banli-edge']).toEqual({ value: '' });
  });

  test.each([
    ['/', '/index.html'],
    ['/track/2026-000123', '/index.html'],
    ['/desk', '/desk/index.html'],
    ['/desk/cases/abc', '/desk/index.html'],
    ['/assets/customer-1a2b.js', '/assets/customer-1a2b.js'],
    ['/mechanics', '/index.html'],
  ])('answers %s with %s of the portal', async (asked, page) => {
    const { origin, uri, headers } = await chooseOrigin({ 'origin-secret': 'word' })(asked);
    expect([origin, uri]).toEqual(['portal-ap-northeast-1', page]);
    expect(headers).toEqual({});
  });

  test('is of the language that runs there, and of no other module', () => {
    expect(edgeRefusals(source)).toEqual([]);
    const [deployed] = prod.all('AWS::CloudFront::Function');
    expect(deployed?.is.FunctionConfig).toMatchObject({ Runtime: 'cloudfront-js-2.0' });
    expect(deployed?.is.FunctionConfig.KeyValueStoreAssociations).toHaveLength(1);
  });

  test.each([
    ["import fs from 'node:fs';", 'a module of another'],
    ['function handler({ request }) { return request; }', 'a parameter that is taken apart'],
    ['const read = async (key) => key;', 'an async arrow function'],
    ['try { go(); } catch { stop(); }', 'an error that is not named'],
    ['setTimeout(go, 1);', 'code made at run time'],
    ['const word = store?.word;', 'an optional member'],
    ["const word = stored ?? 'none';", 'an operator of later editions'],
    ['const all = [...some];', 'SpreadElement'],
    ['class Edge {}', 'ClassDeclaration'],
    [`// ${'x'.repeat(10_240)}`, 'longer than 10 KB'],
  ])('would be refused there with %s', (written, why) => {
    expect(edgeRefusals(written)).toContain(why);
  });

  test('[R29] says the word that was turned and goes where people were sent, as soon as the store has it', async () => {
    const { store, values } = await startKeyValueStore();
    let standing: readonly string[] = [];
    const turn = () =>
      turnOriginSecret({
        keeper: {
          read: async () => ({ hashes: standing }),
          keep: async ({ hashes }) => {
            standing = hashes;
          },
        },
        store,
        storeArn: 'arn:store',
        pause: async () => {},
        say: () => {},
      });
    const ask = edgeFunction(source, async (key) => values.get(key));
    for (const round of [1, 2]) {
      await turn();
      const { headers } = await ask('/public/services');
      expect([round, [hash('sha256', headers['x-banli-edge']?.value ?? '')]]).toEqual([round, standing]);
    }
    await store.put('active-region', 'ap-northeast-3');
    expect((await ask('/me')).origin).toBe('api-ap-northeast-3');
  });

  test('finds every origin it may choose in the distribution', () => {
    for (const stage of [dev, prod]) {
      const [distribution] = stage.all('AWS::CloudFront::Distribution');
      const ids = distribution?.is.DistributionConfig.Origins.map(({ Id }: { Id: string }) => Id);
      const regions =
        stage.all('AWS::KMS::ReplicaKey').length > 0
          ? ['ap-northeast-1', 'ap-northeast-3']
          : ['ap-northeast-1'];
      expect(new Set(ids)).toEqual(
        new Set(regions.flatMap((region) => [`api-${region}`, `portal-${region}`])),
      );
    }
  });
});
