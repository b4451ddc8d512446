import { describe, expect, test } from 'vitest';
import { stageConfig } from '../../infra/config.ts';
import { checksOf } from '../../operations/preflight/checks.ts';
import { linesOf, runChecks } from '../../operations/preflight/run-checks.ts';
import type { World } from '../../operations/preflight/world.ts';

const NOW = '2026-11-24T10:00:00Z';
const prod = stageConfig('prod');

/** A world in which stage prod has everything. */
const ready: World = {
  bootstrapped: async () => true,
  mail: async () => ({ perDay: 50_000, perSecond: 14, enabled: true, verified: true, signed: true }),
  sms: async () => ({ inSandbox: false, monthlyDollars: 500 }),
  functionsAtOnce: async () => 1000,
  backupTypes: async () => ({ optedIn: ['DynamoDB', 'S3', 'EBS'], fullyManaged: ['DynamoDB'] }),
  keyEnabled: async () => true,
  table: async () => ({
    consistency: 'strong',
    replicas: [{ region: 'ap-northeast-3', active: true }],
    deletionProtection: true,
  }),
  domain: async () => ({ leads: true, certificateUntil: '2027-06-01T00:00:00Z' }),
  administrators: async () => 1,
  published: async () => NOW,
  edgeWords: async () => 1,
};

const named = async (world: Partial<World>, config = prod) =>
  (await runChecks(checksOf(config, NOW), { ...ready, ...world }))
    .filter(({ state }) => state !== 'ok')
    .map(({ name }) => name);

const both = (name: string) => ['ap-northeast-1', 'ap-northeast-3'].map((region) => `${name} (${region})`);

test('a stage that has everything is told nothing', async () => {
  expect(await named({})).toEqual([]);
});

const mail = await ready.mail('', '');
const table = await ready.table('', '');

describe('each thing that is missing is named, in each region, and nothing else', () => {
  test.each<[string, Partial<World>, readonly string[]]>([
    ['CDK', { bootstrapped: async () => false }, both('CDK')],
    ['the sandbox of SES', { mail: async () => ({ ...mail, perDay: 200, perSecond: 1 }) }, both('mail')],
    ['stopped mail', { mail: async () => ({ ...mail, enabled: false }) }, both('mail')],
    ['a sender not verified', { mail: async () => ({ ...mail, verified: false }) }, both('sender of mail')],
    ['mail not signed', { mail: async () => ({ ...mail, signed: false }) }, both('sender of mail')],
    ['the sandbox of SMS', { sms: async () => ({ inSandbox: true, monthlyDollars: 500 }) }, both('SMS')],
    ['a limit of one dollar', { sms: async () => ({ inSandbox: false, monthlyDollars: 1 }) }, both('SMS')],
    ['a small quota', { functionsAtOnce: async () => 10 }, both('functions at once')],
    [
      'backup of buckets',
      { backupTypes: async () => ({ optedIn: ['DynamoDB'], fullyManaged: ['DynamoDB'] }) },
      both('backup'),
    ],
    [
      'what copies of tables need',
      { backupTypes: async () => ({ optedIn: ['DynamoDB', 'S3'], fullyManaged: [] }) },
      both('backup'),
    ],
    ['keys of the second region', { keyEnabled: async () => false }, ['keys (ap-northeast-3)']],
    ['the table', { table: async () => undefined }, ['records table']],
    [
      'strong consistency',
      { table: async () => table && { ...table, consistency: 'eventual' } },
      ['records table'],
    ],
    ['the replica', { table: async () => table && { ...table, replicas: [] } }, ['records table']],
    ['the domain', { domain: async () => ({ leads: false }) }, ['domain']],
    [
      'a certificate that ends soon',
      { domain: async () => ({ leads: true, certificateUntil: '2026-12-01T00:00:00Z' }) },
      ['domain'],
    ],
    ['an administrator', { administrators: async () => 0 }, ['first administrator']],
    ['pages', { published: async () => undefined }, both('pages')],
    [
      'older pages in the second region',
      { published: async (region) => (region === 'ap-northeast-1' ? NOW : '2026-11-20T10:00:00Z') },
      ['pages (ap-northeast-3)'],
    ],
    ['the edge’s word', { edgeWords: async () => 0 }, ['edge’s word']],
    ['the end of a turn', { edgeWords: async () => 2 }, ['edge’s word']],
  ])('%s', async (_, world, names) => {
    expect(await named(world)).toEqual(names);
  });

  test('regions that have no strong consistency together', async () => {
    const apart = {
      ...prod,
      replica: { region: 'ap-southeast-1', consistency: 'strong', witness: 'ap-northeast-2' },
    };
    const checks = checksOf(apart as typeof prod, NOW).filter(({ name }) => name === 'set of regions');
    expect((await runChecks(checks, ready)).map(({ state }) => state)).toEqual(['missing']);
  });
});

test('what could not be asked is unknown, never ok, and the others are asked all the same', async () => {
  const world = { ...ready, sms: async () => Promise.reject(new Error('AccessDenied')) };
  const checked = await runChecks(checksOf(prod, NOW), world);
  expect(checked.filter(({ state }) => state === 'unknown').map(({ name }) => name)).toEqual(both('SMS'));
  expect(checked.filter(({ state }) => state === 'ok').length).toBe(checked.length - 2);
});

test('whatever is missing says what to do', async () => {
  const nothing = Object.fromEntries(
    Object.keys(ready).map((name) => [name, async () => Promise.reject(new Error())]),
  );
  const checked = await runChecks(checksOf(prod, NOW), nothing as unknown as World);
  for (const one of checked) {
    const lines = linesOf(one);
    expect(lines.length).toBe(one.state === 'ok' ? 1 : 2);
    expect(lines.join('\n')).not.toContain('undefined');
  }
});

test('a stage without edge, backup and second region is asked for none of them', () => {
  const { edge: _edge, backup: _backup, replica: _replica, ...small } = stageConfig('dev');
  const names = checksOf(small, NOW).map(({ name }) => name);
  expect(names.filter((name) => /domain|edge|backup|keys|ap-northeast-3/.test(name))).toEqual([]);
});
