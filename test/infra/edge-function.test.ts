import vm from 'node:vm';
import { describe, expect, test } from 'vitest';
import { synthesized } from './support/stage.ts';

const dev = synthesized('dev');
const prod = synthesized('prod');

/** The function of the edge, run as CloudFront runs it: its store and its origins are given to it. */
function chooseOrigin(stored: Record<string, string>) {
  const [deployed] = prod.all('AWS::CloudFront::Function');
  const source = String(deployed?.is.FunctionCode).replace("import cf from 'cloudfront';", '');
  const chosen: string[] = [];
  const cf = {
    kvs: () => ({
      get: async (key: string) => stored[key] ?? Promise.reject(new Error('KeyNotFound')),
    }),
    selectRequestOriginById: (id: string) => chosen.push(id),
  };
  const handler = vm.runInNewContext(`${source}; handler`, { cf });
  return async (uri: string, headers: Record<string, { value: string }> = {}) => {
    const request = await handler({ request: { uri, headers }, viewer: { ip: '198.51.100.7' } });
    return { origin: chosen.at(-1), uri: request.uri, headers: request.headers };
  };
}

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
