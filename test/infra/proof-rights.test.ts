import { expect, test } from 'vitest';
import { permissionsOf, synthesized, textOf } from './support/stage.ts';

const functions = [...permissionsOf(synthesized('prod'))];
const whoMay = (action: string, resource = '') =>
  functions
    .filter(([, statements]) =>
      statements.some(
        ({ Action, Resource }) => Action.includes(action) && textOf(Resource).includes(resource),
      ),
    )
    .map(([folder]) => folder)
    .toSorted();

test('[R34] only those who give out what outsiders verify may sign, and only the night’s round seals a day', () => {
  const signers = ['api/receipts', 'events/seal-digest', 'workflow/make-certificate'];
  expect(whoMay('kms:Sign')).toEqual(signers);
  expect(whoMay('s3:PutObject', 'digestsbucket')).toEqual(signers);
  const whole = functions.filter(([, statements]) =>
    statements.some(
      ({ Action, Resource }) =>
        Action.includes('s3:PutObject') &&
        textOf(Resource).includes('digestsbucket') &&
        !textOf(Resource).includes('/keys/*'),
    ),
  );
  expect(whole.map(([folder]) => folder)).toEqual(['events/seal-digest']);
});

test('[R34] what anybody may ask for is read without any right to a record', () => {
  const [, statements = []] = functions.find(([folder]) => folder === 'api/proofs') ?? [];
  const acts = statements.flatMap(({ Action }) => Action);
  // Of the table it knows one item, by which it tells whether a request came through the edge.
  expect(acts.filter((action) => /^dynamodb|PutObject|Sign/.test(action))).toEqual(['dynamodb:GetItem']);
  const edge = statements.find(({ Action }) => Action.includes('dynamodb:GetItem'));
  expect(textOf(edge?.Condition)).toContain('JOB#edge-secret');
});
