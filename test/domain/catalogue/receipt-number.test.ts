import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { makeReceiptNumber, readReceiptNumber } from '../../../functions/domain/catalogue/numbers.ts';
import { typedAsPeopleDo } from '../../support/arbitraries/numbers.ts';

const ANY_CHARACTER = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const anyReceiptNumber = fc
  .tuple(
    fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    fc.array(fc.nat(31), { minLength: 8, maxLength: 8 }),
  )
  .map(([date, draws]) => {
    let n = 0;
    return makeReceiptNumber(date.toISOString().slice(0, 10), () => draws[n++] ?? 0);
  });

test.each(['', 'BL', 'BL260302', '26030222222222X', 'BL26030200000000X', 'XX260302222222222'])(
  '"%s" is no receipt number',
  (typed) => {
    expect(readReceiptNumber(typed)).toBeUndefined();
  },
);

test('a receipt number says its day and nothing else: no counter, nothing to guess the next from', () => {
  const draws = [31, 0, 5, 17, 8, 22, 1, 30];
  let n = 0;
  const below: number[] = [];
  const number = makeReceiptNumber('2026-03-02', (most) => {
    below.push(most);
    return draws[n++] ?? 0;
  });
  expect(number).toMatch(/^BL260302[2-9A-HJ-NP-Z]{9}$/);
  expect(below).toEqual(Array(8).fill(32));
});

test.prop([typedAsPeopleDo(anyReceiptNumber)])(
  'a receipt number reads back however it was typed [U10]',
  ({ number, typed }) => {
    expect(readReceiptNumber(typed)).toBe(number);
  },
);

test.prop([anyReceiptNumber])('O for 0 and I for 1 in the date read back too [U10]', (number) => {
  const date = number.slice(2, 8).replaceAll('0', 'O').replaceAll('1', 'I');
  expect(readReceiptNumber(`BL${date}${number.slice(8)}`)).toBe(number);
});

test.prop([anyReceiptNumber, fc.nat(16), fc.constantFrom(...ANY_CHARACTER)])(
  'one wrong character never makes the number of another case',
  (number, at, character) => {
    const wrong = number.slice(0, at) + character + number.slice(at + 1);
    expect([undefined, number]).toContain(readReceiptNumber(wrong));
  },
);
