import { describe, expect, test } from 'vitest';
import { publishingRefusals } from '../../../functions/domain/catalogue/publishing-refusals.ts';
import type { Service } from '../../../functions/domain/catalogue/service.ts';
import { refusalsOf, refusalsOfForm, said } from '../../support/given/publishing.ts';
import { givenService } from '../../support/given/service.ts';

const service = givenService();
const without = <Whole extends object>(whole: Whole, key: keyof Whole) => {
  const { [key]: _gone, ...rest } = whole;
  return rest;
};
const firstOf = <One>(all: readonly One[]): One => {
  const [first] = all;
  if (first === undefined) throw new Error('There is none');
  return first;
};
const documents = (overrides: object) => [{ ...firstOf(service.documents), ...overrides }];
const name = { id: 'who', label: said('名'), type: 'name', minLength: 1, maxLength: 50 };

describe('publishing is refused', () => {
  test.each<[string, Partial<Record<keyof Service, unknown>>, string]>([
    [
      'limit',
      { limits: { ...service.limits, statutory: without(service.limits.statutory, 'legalBasis') } },
      'limits/statutory/legalBasis',
    ],
    ['fee', { fee: without(service.fee, 'legalBasis') }, 'fee/legalBasis'],
    [
      'document',
      { documents: [without(firstOf(service.documents), 'legalBasis')] },
      'documents/0/legalBasis',
    ],
    [
      'pause',
      { pauses: [{ type: 'visit', stops: ['promised'], resume: 'continue' }] },
      'pauses/0/legalBasis',
    ],
    [
      'step',
      { steps: [{ ...firstOf(service.steps), limit: without(firstOf(service.steps).limit, 'legalBasis') }] },
      'steps/0/limit/legalBasis',
    ],
    ['whole', { legalBasis: [] }, 'legalBasis'],
    ['extension', { limits: { ...service.limits, extension: { amount: 3 } } }, 'limits/extension/legalBasis'],
    [
      'checklist line',
      { reviewChecklist: [without(firstOf(service.reviewChecklist), 'legalBasis')] },
      'reviewChecklist/0/legalBasis',
    ],
    [
      'article in one language',
      { fee: { ...service.fee, legalBasis: { ...service.fee.legalBasis, en: '' } } },
      'fee/legalBasis/en',
    ],
  ])('without the article of a %s, naming the path [1.3.1] [R27]', (_what, overrides, path) => {
    expect(refusalsOf(overrides)).toContainEqual({ path, kind: 'without-article' });
  });

  test('online only without an article [1.3.2]', () => {
    expect(refusalsOf({ channels: ['online'] })).toEqual([
      { path: 'channels', kind: 'online-only-without-article' },
    ]);
    expect(refusalsOf({ channels: ['online'], onlineOnlyBasis: said('第一條') })).toEqual([]);
    expect(refusalsOf({ channels: ['hall'] })).toEqual([]);
  });

  test('with a text missing in one language [1.3.1]', () => {
    expect(refusalsOf({ names: { ...service.names, en: '' } })).toEqual([
      { path: 'names/en', kind: 'text-missing-in-language' },
    ]);
  });

  test.each(['其他材料', '其它證明', '有关材料', 'Other documents', 'Any further papers'])(
    'with a document called "%s" [1.3.1]',
    (vague) => {
      expect(refusalsOf({ documents: documents({ name: said(vague) }) })).toEqual([
        { path: 'documents/0/name', kind: 'other-material' },
      ]);
    },
  );

  test.each(['issuedBy', 'whereToGet', 'sample'] as const)(
    'with a document that does not say its %s [U2]',
    (field) => {
      expect(refusalsOf({ documents: [without(firstOf(service.documents), field)] })).toEqual([
        { path: `documents/0/${field}`, kind: 'missing-or-wrong' },
      ]);
    },
  );

  test.each(['有關部門', '相應主管部門', 'The competent authority'])(
    'with a document issued by "%s" [U2]',
    (nobody) => {
      expect(refusalsOf({ documents: documents({ issuedBy: said(nobody) }) })).toEqual([
        { path: 'documents/0/issuedBy', kind: 'nobody-in-particular' },
      ]);
    },
  );

  test('in prod while it is a sample [1.3.1]', () => {
    expect(refusalsOf({ verifiedOn: null }, 'prod')).toEqual([
      { path: 'verifiedOn', kind: 'sample-not-verified' },
    ]);
    expect(refusalsOf({ verifiedOn: '2026-03-02' }, 'prod')).toEqual([]);
    expect(refusalsOf({ verifiedOn: 'lately' })).toEqual([{ path: 'verifiedOn', kind: 'missing-or-wrong' }]);
  });

  test('when something sensitive is asked without an assessment or a reason [1.3.1]', () => {
    expect(refusalsOf({ impactAssessment: undefined }).map(({ kind }) => kind)).toContain('missing-or-wrong');
    const { impactAssessment: _none, ...unweighed } = service;
    expect(publishingRefusals(unweighed, 'dev')).toContainEqual({
      path: 'form/pages/0/questions/1',
      kind: 'sensitive-without-assessment',
    });
    expect(refusalsOfForm({ ...name, sensitive: true })).toEqual([
      { path: 'form/pages/0/questions/0', kind: 'sensitive-without-reason' },
    ]);
  });

  test('when a personal answer would stand in the public register [1.3.3]', () => {
    expect(refusalsOf({ result: { ...service.result, published: ['operatorName'] } })).toEqual([
      { path: 'result/published/0', kind: 'personal-answer-published' },
    ]);
  });

  test('with a field nobody knows [R27]', () => {
    expect(publishingRefusals({ ...service, feee: 1 }, 'dev')).toEqual([
      { path: 'feee', kind: 'unknown-field' },
    ]);
  });
});
