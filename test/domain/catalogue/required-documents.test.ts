import { expect, test } from 'vitest';
import { requiredDocuments } from '../../../functions/domain/catalogue/required-documents.ts';
import { givenAnswers } from '../../support/given/answers.ts';
import { givenService } from '../../support/given/service.ts';

const service = givenService();
const asked = (overrides: Parameters<typeof givenAnswers>[0]) =>
  requiredDocuments(service, givenAnswers(overrides)).map(({ id }) => id);

test('documents follow from the answers alone, the same list for whoever reads it [U1]', () => {
  expect(asked({})).toEqual(['identity', 'premises-lease']);
  expect(asked({ premisesUse: 'own' })).toEqual(['identity', 'premises-own']);
  expect(asked({ premisesUse: 'free' })).toEqual(['identity', 'premises-consent']);
  expect(asked({ form: 'family' })).toEqual(['identity', 'premises-lease', 'family-identity']);
});

test('a representative hands in the mandate and an identity document [3.2.1]', () => {
  expect(asked({ filedBy: ['representative'] })).toEqual([
    'identity',
    'premises-lease',
    'mandate',
    'representative-identity',
  ]);
  expect(asked({ filedBy: [] })).not.toContain('mandate');
});

test('only a line of business that needs a licence first asks for it, and that licence alone', () => {
  expect(asked({ scopeCodes: ['6210'] })).toEqual(['identity', 'premises-lease']);
  expect(asked({ scopeCodes: ['5211', '5169'] })).toEqual([
    'identity',
    'premises-lease',
    'chemicals-licence',
  ]);
});

test('what may follow on a promise is a licence, never who the person is', () => {
  const following = service.documents.filter(({ mayFollow }) => mayFollow).map(({ id }) => id);
  expect(following).toEqual(['chemicals-licence', 'fireworks-licence']);
});
