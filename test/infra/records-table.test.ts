import { expect, test } from 'vitest';
import { type SynthesizedStage, synthesized } from './support/stage.ts';

const local = synthesized('local');
const dev = synthesized('dev');
const prod = synthesized('prod');

function recordsTable(stage: SynthesizedStage) {
  const [table] = stage.all('AWS::DynamoDB::GlobalTable').filter(({ id }) => id.startsWith('records'));
  return table?.is;
}

test('[R15] the table is born strongly consistent in two regions with a witness', () => {
  for (const stage of [local, dev, prod]) {
    const { TableName, MultiRegionConsistency, GlobalTableWitnesses, Replicas } = recordsTable(stage);
    expect(MultiRegionConsistency).toBe('STRONG');
    expect(GlobalTableWitnesses).toEqual([{ Region: 'ap-northeast-2' }]);
    const regions = Replicas.map(({ Region }: { Region: string }) => Region);
    expect(regions.toSorted()).toEqual(['ap-northeast-1', 'ap-northeast-3']);
    // The second region knows the table by this name alone.
    expect(TableName).toBe(`banli-${stage.name}-records`);
  }
});

interface Index {
  readonly IndexName: string;
  readonly KeySchema: readonly { readonly AttributeName: string }[];
  readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes: readonly string[] };
}

// Neither keys nor projections of an index can be changed cheaply once data is there: this is the layout for good.
test.each([local, dev, prod])('stage $name has the six indexes and the stream of the first day', (stage) => {
  const { GlobalSecondaryIndexes, StreamSpecification } = recordsTable(stage);
  const layout = GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }: Index) => [
    IndexName,
    KeySchema.map(({ AttributeName }) => AttributeName).join(' '),
    Projection.ProjectionType,
    Projection.NonKeyAttributes.join(' '),
  ]);
  expect(layout).toEqual([
    ['gsi1', 'gsi1pk gsi1sk', 'INCLUDE', 'kind id version card'],
    ['gsi2', 'gsi2pk gsi2sk', 'INCLUDE', 'kind id version card'],
    ['gsi3', 'gsi3pk gsi3sk', 'INCLUDE', 'kind id'],
    ['gsi4', 'gsi4pk gsi4sk', 'INCLUDE', 'kind id epoch version hash at eventType hall measures'],
    ['gsi5', 'gsi5pk gsi5sk', 'INCLUDE', 'kind id nextDueAt'],
    ['gsi6', 'gsi6pk gsi6sk', 'INCLUDE', 'kind id version card'],
  ]);
  expect(StreamSpecification).toEqual({ StreamViewType: 'NEW_IMAGE' });
});

test('the table has no TTL and no local index, which strong consistency does not know; what expires is elsewhere', () => {
  for (const stage of [local, dev, prod]) {
    const { TimeToLiveSpecification, LocalSecondaryIndexes } = recordsTable(stage);
    expect([TimeToLiveSpecification, LocalSecondaryIndexes]).toEqual([undefined, undefined]);
    const [transient] = stage
      .all('AWS::DynamoDB::GlobalTable')
      .filter(({ id }) => id.startsWith('transient'));
    expect(transient?.is.TimeToLiveSpecification).toEqual({
      AttributeName: 'expiresAtEpochSeconds',
      Enabled: true,
    });
  }
});

test('[R4] the stream has one reader, which sees new versions only and never blocks on one of them', () => {
  for (const stage of [local, dev, prod]) {
    const mappings = stage.all('AWS::Lambda::EventSourceMapping').filter(({ is }) => is.StartingPosition);
    expect(mappings).toHaveLength(1);
    const [{ is } = { is: {} }] = mappings;
    expect(is.FunctionName.Ref).toMatch(/^eventsrelay/);
    expect(JSON.parse(is.FilterCriteria.Filters[0].Pattern)).toEqual({
      eventName: ['INSERT'],
      dynamodb: { Keys: { sk: { S: [{ prefix: 'v#' }] } } },
    });
    expect(is).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 5,
    });
    expect(is.DestinationConfig.OnFailure.Destination['Fn::GetAtt'][0]).toMatch(/^parked/);
  }
});
