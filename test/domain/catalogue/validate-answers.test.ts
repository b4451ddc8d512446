import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Answers } from '../../../functions/domain/catalogue/answers.ts';
import { normaliseAnswers } from '../../../functions/domain/catalogue/normalise.ts';
import { PROBLEM_KINDS } from '../../../functions/domain/catalogue/problems.ts';
import type { Question } from '../../../functions/domain/catalogue/question.ts';
import { answerProblems, validateAnswers } from '../../../functions/domain/catalogue/validate-answers.ts';
import { LANGUAGES } from '../../../functions/domain/language.ts';
import { speak } from '../../../functions/words/speak.ts';
import { anyJunkAnswers } from '../../support/arbitraries/answers.ts';
import { givenAnswers, givenNationalId } from '../../support/given/answers.ts';
import { givenService } from '../../support/given/service.ts';

const service = givenService();
const TODAY = '2026-03-02';
const check = (overrides: Answers, today = TODAY) =>
  validateAnswers(service, normaliseAnswers(service, givenAnswers(overrides)), today);
const members = (count: number) =>
  Array.from({ length: count }, () => ({ name: '王大', id: givenNationalId() }));

describe('answers', () => {
  test.each<[string, Answers, { path: string; kind: string; facts?: object }]>([
    ['a missing name', { operatorName: '' }, { path: 'operatorName', kind: 'required' }],
    ['a name of spaces', { operatorName: ' \u3000\u200b' }, { path: 'operatorName', kind: 'required' }],
    [
      'a name of one character',
      { operatorName: '王' },
      { path: 'operatorName', kind: 'too-short', facts: { least: 2 } },
    ],
    ['a name of one rare character', { operatorName: '𠮷' }, { path: 'operatorName', kind: 'too-short' }],
    [
      'a name of 51 characters',
      { operatorName: '𠮷'.repeat(51) },
      { path: 'operatorName', kind: 'too-long', facts: { most: 50 } },
    ],
    ['several names', { operatorName: ['王小明'] }, { path: 'operatorName', kind: 'required' }],
    ['a tick for a name', { operatorName: true }, { path: 'operatorName', kind: 'not-understood' }],
    [
      'a wrong check digit',
      { operatorId: '110101199003074510' },
      { path: 'operatorId', kind: 'national-id-wrong-check' },
    ],
    [
      'a birth date that is none',
      { operatorId: givenNationalId('11010119900230451') },
      { path: 'operatorId', kind: 'national-id-wrong-birth-date' },
    ],
    ['a short id', { operatorId: '1101' }, { path: 'operatorId', kind: 'national-id-wrong-length' }],
    [
      'a page of digits for an id',
      { operatorId: '9'.repeat(500) },
      { path: 'operatorId', kind: 'national-id-wrong-length' },
    ],
    ['letters for a mobile', { mobile: 'abc' }, { path: 'mobile', kind: 'not-a-mobile' }],
    ['a land line', { mobile: '010-6888 0000' }, { path: 'mobile', kind: 'not-a-mobile' }],
    [
      'a mainland mobile with a digit too few',
      { mobile: '+86 139 0000 000' },
      { path: 'mobile', kind: 'not-a-mobile' },
    ],
    ['half an e-mail address', { email: 'wang@' }, { path: 'email', kind: 'not-an-email' }],
    [
      'an endless e-mail address',
      { email: `${'a'.repeat(60)}@${'b.'.repeat(40)}example.org` },
      { path: 'email', kind: 'too-long', facts: { most: 120 } },
    ],
    ['a lease that has ended', { leaseEnd: '2026-03-01' }, { path: 'leaseEnd', kind: 'date-before-today' }],
    ['30 February', { leaseEnd: '2027-02-30' }, { path: 'leaseEnd', kind: 'not-a-date' }],
    ['29 February of no leap year', { leaseEnd: '2027-02-29' }, { path: 'leaseEnd', kind: 'not-a-date' }],
    ['a choice that is not offered', { region: 'north' }, { path: 'region', kind: 'not-a-choice' }],
    ['nothing chosen', { scopeCodes: [] }, { path: 'scopeCodes', kind: 'required' }],
    [
      'one of several not offered',
      { scopeCodes: ['5211', '9999'] },
      { path: 'scopeCodes', kind: 'not-a-choice' },
    ],
    ['an unticked declaration', { declared: false }, { path: 'declared', kind: 'not-declared' }],
    ['a declaration in words', { declared: 'yes' }, { path: 'declared', kind: 'not-declared' }],
    ['no family', { form: 'family' }, { path: 'familyMembers', kind: 'required' }],
    [
      'words for a family',
      { form: 'family', familyMembers: '王大' },
      { path: 'familyMembers', kind: 'required' },
    ],
    [
      'too large a family',
      { form: 'family', familyMembers: members(7) },
      { path: 'familyMembers', kind: 'too-many', facts: { most: 6 } },
    ],
    [
      'a family member without a name',
      { form: 'family', familyMembers: [...members(1), { id: givenNationalId() }] },
      { path: 'familyMembers/1/name', kind: 'required' },
    ],
  ])('with %s are refused at that field [3.3.2]', (_what, overrides, problem) => {
    expect(check(overrides)).toMatchObject([problem]);
  });

  test('of somebody too young are refused until the birthday [2.1.2]', () => {
    const operatorId = givenNationalId('11010120100303451');
    const tooYoung = { path: 'operatorId', kind: 'too-young', facts: { least: 16 } };
    expect(check({ operatorId }, '2026-03-02')).toEqual([tooYoung]);
    expect(check({ operatorId }, '2026-03-03')).toEqual([]);
  });

  test('with fewer entries than asked for are refused, and the entries are checked as well', () => {
    const list: Question = {
      id: 'members',
      label: service.names,
      type: 'list',
      least: 2,
      most: 3,
      of: [{ id: 'name', label: service.names, type: 'name', minLength: 2, maxLength: 50 }],
    };
    expect(answerProblems(list, [{ name: '王' }], 'members', TODAY)).toMatchObject([
      { path: 'members', kind: 'too-few', facts: { least: 2 } },
      { path: 'members/0/name', kind: 'too-short' },
    ]);
  });

  test('that are complete have no problem, the last day of the lease and optional answers left out included', () => {
    expect(check({})).toEqual([]);
    expect(check({ leaseEnd: TODAY, email: '', businessName: '' })).toEqual([]);
    expect(check({ form: 'family', familyMembers: members(6) })).toEqual([]);
  });

  test('to a question that is not asked are not judged', () => {
    expect(check({ premisesUse: 'own', leaseEnd: '2020-01-01' })).toEqual([]);
  });

  test('are all told at once, in the order of the form [3.2.2]', () => {
    const paths = validateAnswers(service, {}, TODAY).map(({ path }) => path);
    expect(paths.length).toBeGreaterThan(10);
    expect(paths).toEqual(
      service.form.pages
        .flatMap(({ questions }) => questions.map(({ id }) => id))
        .filter((id) => paths.includes(id)),
    );
  });

  test('with rare characters, middle dots and any script in names are right [U11]', () => {
    for (const operatorName of ['𠮷野家', '阿布都·热合曼', 'Zoë O’Neill', '㛃明', 'ශ්\u200dරී'])
      expect(check({ operatorName })).toEqual([]);
  });

  test.prop([anyJunkAnswers, fc.boolean()])(
    'of any kind get problems that can be said in every language, and never what was typed [R23] [U8]',
    (junk, onTop) => {
      const answers = normaliseAnswers(service, onTop ? { ...givenAnswers(), ...junk } : junk);
      for (const { path, kind, facts } of validateAnswers(service, answers, TODAY)) {
        expect(PROBLEM_KINDS).toContain(kind);
        expect(path).toMatch(/^[a-z][a-zA-Z0-9]*(\/\d\d?\/[a-z]+)?$/);
        expect(Object.values(facts ?? {}).every((fact) => typeof fact === 'number')).toBe(true);
        for (const language of LANGUAGES) expect(speak(language)(`problem.${kind}`, facts)).not.toBe('');
      }
    },
  );
});
