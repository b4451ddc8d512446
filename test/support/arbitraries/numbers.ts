import { fc } from '@fast-check/vitest';
import {
  creditCheck,
  idCheckCharacter,
  organisationCheck,
} from '../../../functions/domain/catalogue/numbers.ts';

const digits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((all) => all.join(''));

const birthDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));

/** Regions of made-up places, residence permits of Hong Kong, Macao and Taiwan residents among them. */
const region = fc
  .tuple(fc.constantFrom('11', '31', '65', '81', '82', '83'), digits(4))
  .map((all) => all.join(''));

/** Well-formed identity numbers of nobody. */
export const anyNationalId = fc.tuple(region, birthDate, digits(3)).map((parts) => {
  const first17 = parts.join('');
  return `${first17}${idCheckCharacter(first17)}`;
});

const CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Well-formed unified credit codes of no organisation. */
export const anyCreditCode = fc
  .tuple(
    fc.constantFrom('91', '92', '93'),
    digits(6),
    fc.array(fc.constantFrom(...CODE_CHARACTERS), { minLength: 8, maxLength: 8 }),
  )
  .map(([kind, place, organisation]) => {
    const first8 = organisation.join('');
    const first17 = `${kind}${place}${first8}${organisationCheck(first8)}`;
    return `${first17}${creditCheck(first17)}`;
  });

/** How people type numbers: wide or small characters, spaces, hyphens, brackets and invisible characters in between. */
export function typedAsPeopleDo(
  number: fc.Arbitrary<string>,
): fc.Arbitrary<{ number: string; typed: string }> {
  const filler = fc.constantFrom(
    '',
    '',
    '',
    ' ',
    '-',
    '－',
    '—',
    '（',
    '）',
    '(',
    ')',
    '\u3000',
    '\u200b',
    '\ufeff',
    '·',
  );
  return fc
    .tuple(number, fc.infiniteStream(filler), fc.infiniteStream(fc.boolean()), fc.boolean())
    .map(([all, fillers, wide, small]) => ({
      number: all,
      typed: [...(small ? all.toLowerCase() : all)]
        .map((character) => `${fillers.next().value}${wide.next().value ? fullWidth(character) : character}`)
        .join(''),
    }));
}

function fullWidth(character: string): string {
  return /[!-~]/.test(character) ? String.fromCodePoint(character.charCodeAt(0) + 0xfee0) : character;
}
