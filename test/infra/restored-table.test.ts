import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { Template } from 'aws-cdk-lib/assertions';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, inject, test, vi } from 'vitest';
import { buildStage } from '../../infra/app.ts';
import { stageConfig } from '../../infra/config.ts';
import { switchEdge } from '../../operations/region/switch-edge.ts';
import { makeApp } from './support/app.ts';
import { synthesized, textOf } from './support/stage.ts';

const NAME = 'banli-prod-records-202611241200';
const stream = (region: string) =>
  `arn:aws:dynamodb:${region}:111111111111:table/${NAME}/stream/2026-11-24T12:00:00.000`;

vi.mock('../../infra/restored-table.ts', () => ({
  restoredTable: () => ({
    name: NAME,
    streamArn: stream('ap-northeast-1'),
    secondStreamArn: stream('ap-northeast-3'),
  }),
}));

/** What a stack exports, by name, as the text of its template says. */
function exportsOf(template: { readonly Outputs?: object }): readonly string[] {
  return [...JSON.stringify(template.Outputs ?? {}).matchAll(/"Export":\{"Name":"([^"]+)"/g)].map(
    ([, name = '']) => name,
  );
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** The stage as it is synthesized once the file in the repository names a restored table. */
const setup = once(() => {
  const config = stageConfig('prod');
  const app = makeApp(mkdtempSync(join(tmpdir(), 'banli-restored-')));
  const built = buildStage(app, config, join(inject('synthesized'), 'functions'));
  return { built, service: Template.fromStack(built.service) };
});

test('[R17] after a restore the stage works on the table that the file names, and the one it was born with stays', () => {
  const { built, service } = setup();
  const tables = Object.values(service.findResources('AWS::Lambda::Function')).flatMap(({ Properties }) => {
    const name: unknown = Properties.Environment?.Variables.RECORDS_TABLE;
    return name === undefined ? [] : [textOf(name)];
  });
  expect(tables.length).toBeGreaterThan(20);
  expect(new Set(tables)).toEqual(new Set([textOf(NAME)]));
  const sources = Object.values(service.findResources('AWS::Lambda::EventSourceMapping')).map(
    ({ Properties }) => textOf(Properties.EventSourceArn),
  );
  expect(sources).toContain(textOf(stream('ap-northeast-1')));
  const policies = textOf(service.findResources('AWS::IAM::Policy'));
  expect(policies).toContain(`:table/${NAME}`);
  expect(policies).not.toContain('banli-prod-records/index');
  const born = Object.values(Template.fromStack(built.data).findResources('AWS::DynamoDB::GlobalTable'));
  const [table] = born.filter(({ Properties }) => Properties.TableName === 'banli-prod-records');
  expect(table?.DeletionPolicy).toBe('Retain');
  const join = built.second?.stacks.find(({ stackName }) => stackName.endsWith('data-join'));
  const joining = textOf(Template.fromStack(join ?? expect.fail()).findResources('AWS::IAM::Policy'));
  expect(joining).toContain(':table/banli-prod-records"');
});

test('[R17] and the edge is found by that table, whatever became of the one before', async () => {
  mockClient(CloudFrontKeyValueStoreClient).onAnyCommand().resolves({ ETag: 'etag' });
  const table = mockClient(DynamoDBDocumentClient);
  table.on(GetCommand, { TableName: NAME }).resolves({ Item: { hashes: [], store: 'arn:store' } });
  expect(await switchEdge(stageConfig('prod'), 'ap-northeast-3')).toBe('switched');
});

test('[R17] the deployment after a cut-over drops no export that a stack still imports from the one before', () => {
  const { folder } = synthesized('prod');
  const before = JSON.parse(readFileSync(join(folder, 'banli-prod-data.template.json'), 'utf8'));
  const { built } = setup();
  const after = exportsOf(Template.fromStack(built.data).toJSON());
  expect(exportsOf(before).length).toBeGreaterThan(3);
  expect(after).toEqual(expect.arrayContaining([...exportsOf(before)]));
});
