import { expect, test } from 'vitest';
import {
  inOrderOfRemoval,
  keptOf,
  linesOfKept,
  type StandingStack,
} from '../../operations/removal/plan-removal.ts';

const stack = (part: string, kept: readonly string[] = []): StandingStack => ({
  region: 'ap-northeast-1',
  name: `banli-dev-${part}`,
  resources: [
    ...kept.map((type, at) => ({ type, logicalId: `kept${at}`, physicalId: `${part}-${at}`, kept: true })),
    { type: 'AWS::Lambda::Function', logicalId: 'function', physicalId: 'function', kept: false },
  ],
});

test('[R43] what uses goes before what is used: the edge first, the keys last, what is new before the data', () => {
  const parts = ['keys', 'data', 'keys-replica', 'service', 'something-new', 'data-second', 'edge', 'backup'];
  expect(
    inOrderOfRemoval(
      'dev',
      parts.map((part) => stack(part)),
    ).map(({ name }) => name),
  ).toEqual(
    ['edge', 'backup', 'service', 'something-new', 'data-second', 'data', 'keys-replica', 'keys'].map(
      (part) => `banli-dev-${part}`,
    ),
  );
});

test('[R43] everything that stays is named with its reason, and nothing else is', () => {
  const stacks = [
    stack('data', ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::S3::Bucket']),
    stack('service'),
  ];
  const kept = keptOf(stacks);
  expect(kept.map(({ physicalId }) => physicalId)).toEqual(['data-0', 'data-1', 'data-2']);
  expect(linesOfKept(kept)).toEqual([
    expect.stringMatching(/^• ap-northeast-1 AWS::DynamoDB::GlobalTable × 1: records of people/),
    '    data-0',
    expect.stringMatching(/^• ap-northeast-1 AWS::S3::Bucket × 2: papers, digests or the trail/),
    '    data-1',
    '    data-2',
  ]);
});

test('a kind that nobody gave a reason for is not passed over', () => {
  expect(linesOfKept(keptOf([stack('data', ['AWS::RDS::DBInstance'])]))[0]).toContain('NO REASON IS KNOWN');
});
