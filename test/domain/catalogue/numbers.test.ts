import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { normaliseNumber } from '../../../functions/domain/catalogue/normalise.ts';
import {
  ageOn,
  birthDateOf,
  creditCheck,
  creditCodeProblem,
  idCheckCharacter,
  nationalIdProblem,
  organisationCheck,
} from '../../../functions/domain/catalogue/numbers.ts';
import { anyCreditCode, anyNationalId, typedAsPeopleDo } from '../../support/arbitraries/numbers.ts';
import { givenNationalId } from '../../support/given/answers.ts';

const ANY_CHARACTER = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

describe('a national id', () => {
  test.each([
    ['of 17 characters', '11010119491231000', 'wrong-length'],
    ['of 15 digits, as they once were', '110101491231000', 'wrong-length'],
    ['with a letter inside', '1101011949123100A8', 'wrong-characters'],
    ['that ends in Y', '11010119491231000Y', 'wrong-characters'],
    ['born on 30 February', givenNationalId('11010119900230451'), 'wrong-birth-date'],
    ['born on 29 February of no leap year', givenNationalId('11010119000229451'), 'wrong-birth-date'],
    ['born in month 13', givenNationalId('11010119901301451'), 'wrong-birth-date'],
    ['with the wrong check character', '110101194912310009', 'wrong-check'],
  ])('%s is refused [R25]', (_what, id, problem) => {
    expect(nationalIdProblem(id)).toBe(problem);
  });

  test('of somebody not born yet is refused [R25]', () => {
    const id = givenNationalId('11010120260303451');
    expect(nationalIdProblem(id, '2026-03-02')).toBe('wrong-birth-date');
    expect(nationalIdProblem(id, '2026-03-03')).toBeUndefined();
  });

  test('of the standard holds [R25]', () => {
    expect(idCheckCharacter('11010119491231000')).toBe('8');
    expect(nationalIdProblem('110101194912310008')).toBeUndefined();
  });

  test.prop([typedAsPeopleDo(anyNationalId)])(
    'holds however it was typed, Hong Kong, Macao and Taiwan residents’ too [U10] [R25]',
    ({ number, typed }) => {
      expect(normaliseNumber(typed)).toBe(number);
      expect(nationalIdProblem(typed)).toBeUndefined();
    },
  );

  test.prop([anyNationalId, fc.nat(17), fc.constantFrom(...ANY_CHARACTER)])(
    'with one wrong character never passes [R25]',
    (id, at, character) => {
      const wrong = id.slice(0, at) + character + id.slice(at + 1);
      expect(nationalIdProblem(wrong) === undefined).toBe(wrong === id);
    },
  );

  test.prop([anyNationalId, fc.nat(15)])('with two neighbours swapped never passes [R25]', (id, at) => {
    const wrong = id.slice(0, at) + id.charAt(at + 1) + id.charAt(at) + id.slice(at + 2);
    expect(nationalIdProblem(wrong) === undefined).toBe(wrong === id);
  });

  test('gives the age on a day, one year more on the birthday', () => {
    const id = givenNationalId('11010120080302000');
    expect(ageOn(id, '2024-03-01')).toBe(15);
    expect(ageOn(id, '2024-03-02')).toBe(16);
    expect(ageOn('110101200813020000', '2024-03-02')).toBeUndefined();
  });

  test('of somebody born on 29 February is a year older on 1 March of other years [R26]', () => {
    const id = givenNationalId('11010120080229000');
    expect(birthDateOf(id)).toBe('2008-02-29');
    expect(ageOn(id, '2026-02-28')).toBe(17);
    expect(ageOn(id, '2026-03-01')).toBe(18);
  });
});

describe('a unified credit code', () => {
  test.each([
    ['of 17 characters', '92110101MA0000007', 'wrong-length'],
    ['with the letter O', '92110101MAOOOO007P', 'wrong-characters'],
    ['with the wrong check character', '92110101MA0000007Q', 'wrong-check'],
  ])('%s is refused [R25]', (_what, code, problem) => {
    expect(creditCodeProblem(code)).toBe(problem);
  });

  test('whose organisation code has the wrong check is refused though its own is right [R25]', () => {
    const first17 = '92110101MA0000008';
    expect(creditCodeProblem(`${first17}${creditCheck(first17)}`)).toBe('wrong-check');
  });

  test('of the standards holds [R25]', () => {
    expect(organisationCheck('MA000000')).toBe('7');
    expect(creditCheck('92110101MA0000007')).toBe('P');
    expect(creditCodeProblem('92110101MA0000007P')).toBeUndefined();
  });

  test.prop([typedAsPeopleDo(anyCreditCode)])('holds however it was typed [U10] [R25]', ({ typed }) => {
    expect(creditCodeProblem(typed)).toBeUndefined();
  });

  test.prop([anyCreditCode, fc.nat(17), fc.constantFrom(...ANY_CHARACTER)])(
    'with one wrong character never passes [R25]',
    (code, at, character) => {
      const wrong = code.slice(0, at) + character + code.slice(at + 1);
      expect(creditCodeProblem(wrong) === undefined).toBe(wrong === code);
    },
  );
});

test.prop([fc.string({ unit: 'binary' })])(
  'whatever is typed as a number is judged, never thrown at [R23]',
  (typed) => {
    expect(['wrong-length', 'wrong-characters', 'wrong-birth-date', 'wrong-check', undefined]).toContain(
      nationalIdProblem(typed),
    );
    expect(['wrong-length', 'wrong-characters', 'wrong-check', undefined]).toContain(
      creditCodeProblem(typed),
    );
  },
);
