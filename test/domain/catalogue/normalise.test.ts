import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Answers } from '../../../functions/domain/catalogue/answers.ts';
import {
  normaliseAnswers,
  normaliseMobile,
  normaliseNumber,
} from '../../../functions/domain/catalogue/normalise.ts';
import type { Question } from '../../../functions/domain/catalogue/question.ts';
import { visibleQuestions } from '../../../functions/domain/catalogue/visible-questions.ts';
import { anyJunkAnswers } from '../../support/arbitraries/answers.ts';
import { givenAnswers, givenNationalId } from '../../support/given/answers.ts';
import { givenService } from '../../support/given/service.ts';

const service = givenService();
const label = { 'zh-Hant': '問', 'zh-Hans': '问', en: 'Question' };
const kept = (overrides: Answers) => normaliseAnswers(service, givenAnswers(overrides));

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('answers as they are kept', () => {
  test('hold nothing that was not asked, or is asked no longer', () => {
    expect(kept({ premisesUse: 'own', leaseEnd: '2020-01-01', nobodyAsked: 'x' })).not.toHaveProperty(
      'leaseEnd',
    );
    expect(kept({ nobodyAsked: 'x' })).not.toHaveProperty('nobodyAsked');
  });

  test('hold nothing that hangs on a question asked no longer', () => {
    const hangs = (id: string, on?: string): Question => ({
      id,
      label,
      type: 'choice',
      choices: [{ value: 'yes', text: label }],
      ...(on !== undefined && { showIf: { question: on, isOneOf: ['yes'] } }),
    });
    const questions = [hangs('first'), hangs('second', 'first'), hangs('third', 'second')];
    const form = { pages: [{ id: 'page', title: label, questions }] };
    const answers = { first: 'no', second: 'yes', third: 'yes' };
    expect(normaliseAnswers({ form }, answers)).toEqual({ first: 'no' });
    expect(visibleQuestions({ form }, answers).map(({ id }) => id)).toEqual(['first']);
  });

  test('take nothing for an answer that every object has [R23]', () => {
    const questions: Question[] = [{ id: 'constructor', label, type: 'name', minLength: 2, maxLength: 9 }];
    const form = { pages: [{ id: 'page', title: label, questions }] };
    expect(Object.keys(normaliseAnswers({ form }, {}))).toEqual([]);
  });

  test('lose what nobody can see, and keep markup as text [R23]', () => {
    expect(kept({ businessName: '店\u202e<b>\u2066\u200b\u0000鋪</b>\ud842' }).businessName).toBe(
      '店<b>鋪</b>',
    );
  });

  test('keep rare characters, middle dots and any script in names, one space for many [U11]', () => {
    for (const operatorName of ['𠮷野家', '阿布都·热合曼', 'Zoë O’Neill', '㛃明', 'می\u200cنا']) {
      expect(kept({ operatorName }).operatorName).toBe(operatorName);
    }
    expect(kept({ operatorName: ' Zoë \u3000 O’Neill ' }).operatorName).toBe('Zoë O’Neill');
  });

  test.each([
    ['２０２８／１２／３１', '2028-12-31'],
    ['2028年12月31日', '2028-12-31'],
    ['2028.1.2', '2028-01-02'],
    ['2028-12-31', '2028-12-31'],
    ['soon', 'soon'],
  ])('read the date %s as %s [U10]', (typed, date) => {
    expect(kept({ leaseEnd: typed }).leaseEnd).toBe(date);
  });

  test('read numbers in lists like numbers elsewhere [U10]', () => {
    const id = givenNationalId();
    const { familyMembers } = kept({ form: 'family', familyMembers: [{ name: ' 王 ', id: ` ${id} ` }] });
    expect(familyMembers).toEqual([{ name: '王', id }]);
  });

  test.prop([anyJunkAnswers])(
    'are the same when they are normalised once more, whatever was sent [R23]',
    (junk) => {
      const once = normaliseAnswers(service, { ...givenAnswers(), ...junk });
      expect(normaliseAnswers(service, once)).toEqual(once);
      expect(textsIn(once).filter((text) => !text.isWellFormed())).toEqual([]);
    },
  );
});

describe('numbers as people type them', () => {
  test.each([
    [' １１０１０１ 19491231 000８ ', '110101194912310008'],
    ['110101－19491231（0008）', '110101194912310008'],
    ['\u200b11010119900307451x\ufeff', '11010119900307451X'],
    ['【92110101】ma0000007—p', '92110101MA0000007P'],
  ])('"%s" is %s [U10] [R25]', (typed, number) => {
    expect(normaliseNumber(typed)).toBe(number);
  });

  test.each([
    ['(139) 0000-0001', '+8613900000001'],
    ['１３９ ００００ ０００１', '+8613900000001'],
    ['+86 139.0000.0001', '+8613900000001'],
    ['0086 139 0000 0001', '+8613900000001'],
    ['00852 5123 4567', '+85251234567'],
    ['＋852 5123 4567', '+85251234567'],
    ['5123 4567', '51234567'],
  ])('the mobile "%s" is %s [U10]', (typed, number) => {
    expect(normaliseMobile(typed)).toBe(number);
  });

  // Where one step may undo another: marks behind what is dropped, letters whose capital is two, look-alikes of letters.
  const awkward = fc.constantFrom(...'a1x- ．\u0308\u0345ßıῗ（¨\u200b\ud842\udfb7㈱');
  test.prop([fc.oneof(fc.string({ unit: awkward }), fc.string({ unit: 'binary' }))])(
    'are the same when they are normalised once more',
    (typed) => {
      const once = normaliseNumber(typed);
      expect(normaliseNumber(once)).toBe(once);
    },
  );
});
