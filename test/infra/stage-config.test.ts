import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { buildStage } from '../../infra/app.ts';
import { STAGES, stageConfig } from '../../infra/config.ts';
import { regionFault } from '../../infra/regions.ts';
import { root } from '../../local/places.ts';
import { makeApp } from './support/app.ts';
import { synthesized, textOf } from './support/stage.ts';

test('a stage that is none is refused with the names of those that are', () => {
  expect(() => stageConfig('production')).toThrow('Unknown stage "production": use one of local, dev, prod');
  expect(() => stageConfig('')).toThrow('Unknown stage');
  expect(() => stageConfig('__proto__')).toThrow('Unknown stage');
});

test('regions that cannot be together are refused before anything is made of them', () => {
  const prod = stageConfig('prod');
  const elsewhere = { region: 'ap-southeast-1', consistency: 'strong', witness: 'ap-northeast-2' } as const;
  expect(regionFault(prod)).toBeUndefined();
  expect(regionFault({ ...prod, replica: elsewhere })).toContain(
    'ap-southeast-1 is outside the jurisdiction',
  );
  const wider = { ...prod, jurisdiction: [...prod.jurisdiction, 'ap-southeast-1'], replica: elsewhere };
  expect(regionFault(wider)).toContain('no set of regions with strong consistency');
  const eventual = { region: 'ap-southeast-1', consistency: 'eventual' } as const;
  expect(regionFault({ ...wider, replica: eventual })).toBeUndefined();
  expect(regionFault({ ...prod, replica: { ...eventual, region: prod.region } })).toContain('twice');
});

test.each([
  [
    'eventual',
    { region: 'ap-northeast-3', consistency: 'eventual' } as const,
    /raises the epoch.*put before a person/,
  ],
  ['none', undefined, /has one region/],
])('synthesis says what is promised less: second region %s', (_name, replica, said) => {
  const folder = mkdtempSync(join(tmpdir(), 'banli-promise-'));
  const { replica: _strong, backup: _backup, edge: _edge, ...prod } = stageConfig('prod');
  const config = { ...prod, ...(replica && { replica }) };
  const app = makeApp(folder);
  buildStage(app, config, join(inject('synthesized'), 'functions'));
  const warnings = app
    .synth()
    .stacks.flatMap(({ messages }) => messages.filter(({ level }) => level === 'warning'));
  rmSync(folder, { recursive: true });
  expect(warnings.map(({ entry }) => String(entry.data)).join(' ')).toMatch(said);
});

test('the edge, which stands where CloudFront demands it, keeps nothing: no file, no record, no log', () => {
  const KEEPS = /^AWS::(S3::Bucket$|DynamoDB|Logs|SQS|Cognito|SES|Kinesis|Backup|CloudTrail)/;
  for (const stage of STAGES) {
    const edge = synthesized(stage).resources.filter(({ stack }) => stack === 'edge');
    expect(edge.filter(({ type, kept }) => kept || KEEPS.test(type)).map(({ id }) => id)).toEqual([]);
    const text = textOf(edge.map(({ is }) => is));
    expect(text).not.toMatch(/"Logging"|RealtimeLogConfig|"SampledRequestsEnabled":true/);
  }
});

test('days are sealed by the clock of the halls', () => {
  for (const stage of STAGES) {
    const { halls, timeZone } = stageConfig(stage);
    const zones = halls.map((hall): unknown => {
      const calendar = readFileSync(join(root, `calendars/${hall}.json`), 'utf8');
      return JSON.parse(calendar).timeZone;
    });
    expect(new Set(zones)).toEqual(new Set([timeZone]));
  }
});

test('the local stage has the regions, indexes and capabilities of the others, but for what the local cloud lacks', () => {
  const functionsOf = (stage: 'local' | 'prod') =>
    synthesized(stage)
      .all('AWS::Lambda::Function')
      .flatMap(({ is }) => is.Environment?.Variables.POWERTOOLS_SERVICE_NAME ?? []);
  expect(functionsOf('local').toSorted()).toEqual(functionsOf('prod').toSorted());
});
