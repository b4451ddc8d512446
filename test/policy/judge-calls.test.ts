import { expect, test } from 'vitest';
import type { CallsByFunction } from '../../local/calls.ts';
import { judgeCalls } from './judge-calls.ts';
import type { Excuse } from './unseen-permissions.ts';

const seen: CallsByFunction = {
  'api/cases': {
    statements: [
      { actions: ['dynamodb:Query'], resources: ['dynamodb:table/records'], notResources: [] },
      { actions: ['kms:GenerateDataKey*'], resources: ['kms:key/table'], notResources: [] },
      { actions: ['sns:Publish'], resources: [], notResources: ['sns:*'] },
    ],
    calls: [
      { action: 'dynamodb:Query', resource: 'dynamodb:table/records', decision: 'Allow' },
      { action: 'sns:Publish', resource: '*', decision: 'Allow' },
    ],
  },
};
const byAws: Excuse = {
  functions: /./,
  actions: /^kms:/,
  resources: /key\/table$/,
  why: 'asked by the table',
};

test('[R34] what was called is allowed, and what is allowed was called or is excused', () => {
  expect(judgeCalls(seen, [byAws], {})).toEqual([]);
});

test('[R34] a permission that nobody needed is named', () => {
  expect(judgeCalls(seen, [], {})).toEqual([
    'api/cases may kms:GenerateDataKey* on kms:key/table, and no test needed it',
  ]);
});

test('[R34] a call without a permission, an excuse without a use and a function without a call are named', () => {
  const calls = [{ action: 's3:GetObject', resource: 's3:b/k', decision: 'ImplicitDeny' }];
  const wrong: CallsByFunction = {
    'api/x': { statements: [], calls: [] },
    'api/y': { statements: [], calls },
  };
  expect(judgeCalls(wrong, [byAws], { 'api/y': 'elsewhere' })).toEqual([
    'api/x made no call: no test shows it at work',
    'api/y called s3:GetObject on s3:b/k, and its role does not allow it',
    'An excuse for what nobody may do: /^kms:/ (asked by the table)',
  ]);
});
