import { describe, expect, test } from 'vitest';
import { largestAnswersBytes } from '../../../functions/domain/catalogue/largest-answers.ts';
import type { Question } from '../../../functions/domain/catalogue/question.ts';
import { refusalsOf, refusalsOfForm, said } from '../../support/given/publishing.ts';
import { givenService } from '../../support/given/service.ts';

const service = givenService();
const name: Question = { id: 'who', label: said('名'), type: 'name', minLength: 1, maxLength: 50 };
const yes: Question = {
  id: 'yes',
  label: said('是'),
  type: 'choice',
  choices: [{ value: 'a', text: said('甲') }],
};

describe('a form is refused', () => {
  test.each<[string, object, string]>([
    ['on a question nobody asks', { question: 'nobody', isOneOf: ['a'] }, 'unknown-question'],
    ['on a question asked later', { question: 'later', isOneOf: ['a'] }, 'question-comes-later'],
    ['on itself', { question: 'who', isOneOf: ['a'] }, 'question-comes-later'],
    ['on an answer that is not offered', { question: 'yes', isOneOf: ['b'] }, 'unknown-choice'],
  ])('with a condition %s [R27]', (_what, showIf, kind) => {
    expect(refusalsOfForm(yes, { ...name, showIf }, { ...yes, id: 'later' })).toEqual([
      { path: 'form/pages/0/questions/1/showIf', kind },
    ]);
  });

  test('where papers, risk or result hang on a question nobody asks [R27]', () => {
    const lost = { question: 'nobody', isOneOf: ['x'] };
    expect(
      refusalsOf({
        documents: service.documents.slice(0, 1).map((one) => ({ ...one, requiredIf: lost })),
        risk: { ...service.risk, rules: [{ id: 'lost', points: 1, text: said('失'), when: lost }] },
        result: {
          ...service.result,
          fields: [{ question: 'nobody', label: said('失') }],
          published: ['nobody'],
        },
      }).map(({ path }) => path),
    ).toEqual([
      'documents/0/requiredIf',
      'risk/rules/0/when',
      'result/fields/0/question',
      'result/published/0',
    ]);
  });

  test('with two questions, choices or parts of one name [R27]', () => {
    const [choice] = 'choices' in yes ? yes.choices : [];
    const list = { id: 'list', label: said('列'), type: 'list', least: 0, most: 2, of: [name, name] };
    expect(
      refusalsOfForm(name, name, { ...yes, choices: [choice, choice] }, list).map(
        ({ path, kind }) => `${path} ${kind}`,
      ),
    ).toEqual([
      'form/pages/who twice',
      'form/pages/0/questions/2/choices/a twice',
      'form/pages/0/questions/3/of/who twice',
    ]);
  });

  test('with bounds turned round [R27]', () => {
    expect(refusalsOfForm({ ...name, minLength: 51 })).toEqual([
      { path: 'form/pages/0/questions/0', kind: 'least-above-most' },
    ]);
  });

  test('that can outgrow the sealed part of a version [R21] [R27]', () => {
    const long = (maxLength: number): Question => ({ ...name, type: 'long-text', maxLength });
    expect(refusalsOfForm(long(6100))).toEqual([]);
    expect(refusalsOfForm(long(6200))).toEqual([{ path: 'form', kind: 'too-large-to-seal' }]);
    const list = { id: 'list', label: said('列'), type: 'list', least: 0, most: 100, of: [long(100)] };
    expect(refusalsOfForm(list)).toEqual([{ path: 'form', kind: 'too-large-to-seal' }]);
  });

  test('is weighed by the longest answers it lets through, in the rarest characters', () => {
    const answers = {
      who: '𠮷'.repeat(50),
      yes: 'a',
      list: Array.from({ length: 3 }, () => ({ who: '"'.repeat(50) })),
    };
    const list: Question = { id: 'list', label: said('列'), type: 'list', least: 0, most: 3, of: [name] };
    const weighed = largestAnswersBytes({
      form: { pages: [{ id: 'page', title: said('問'), questions: [name, yes, list] }] },
    });
    expect(weighed).toBeGreaterThanOrEqual(Buffer.byteLength(JSON.stringify(answers)));
  });
});
