import { normaliseNumber } from './normalise.ts';

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';
const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export type NumberProblem = 'wrong-length' | 'wrong-characters' | 'wrong-birth-date' | 'wrong-check';

/**
 * A national id or residence-permit number (GB 11643, ISO 7064 MOD 11-2; prefixes 81, 82, 83 too): what is wrong with
 * it, `undefined` when it holds; with a day, nobody may be born after it. It proves nothing about who typed it.
 */
export function nationalIdProblem(typed: string, day = '9999-12-31'): NumberProblem | undefined {
  const id = normaliseNumber(typed);
  if (id.length !== 18) return 'wrong-length';
  if (!/^\d{17}[\dX]$/.test(id)) return 'wrong-characters';
  const born = birthDateOf(id);
  if (born === undefined || born > day) return 'wrong-birth-date';
  return idCheckCharacter(id.slice(0, 17)) === id.at(17) ? undefined : 'wrong-check';
}

export function idCheckCharacter(first17: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, n) => total + weight * Number(first17[n]), 0);
  return ID_CHECKS.charAt(sum % 11);
}

/** The birth date in a national id; `undefined` when it is no real date. */
export function birthDateOf(id: string): string | undefined {
  const date = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === date ? date : undefined;
}

/** Full years on a day, by the id's birth date. */
export function ageOn(id: string, day: string): number | undefined {
  const born = birthDateOf(id);
  if (born === undefined) return undefined;
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) >= born.slice(5) ? years : years - 1;
}

/** A unified social credit code (GB 32100), with the organisation code's own check inside it (GB 11714). */
export function creditCodeProblem(typed: string): NumberProblem | undefined {
  const code = normaliseNumber(typed);
  if (code.length !== 18) return 'wrong-length';
  if ([...code].some((character) => !CODE_ALPHABET.includes(character))) return 'wrong-characters';
  const organisation = code.slice(8, 17);
  if (organisationCheck(organisation.slice(0, 8)) !== organisation.at(8)) return 'wrong-check';
  return creditCheck(code.slice(0, 17)) === code.at(17) ? undefined : 'wrong-check';
}

export function creditCheck(first17: string): string {
  const sum = [...first17].reduce(
    (total, character, n) => total + CODE_ALPHABET.indexOf(character) * (3 ** n % 31),
    0,
  );
  return CODE_ALPHABET.charAt((31 - (sum % 31)) % 31);
}

export function organisationCheck(first8: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const value = (character: string) => ALPHANUMERIC.indexOf(character);
  const sum = weights.reduce((total, weight, n) => total + weight * value(first8.charAt(n)), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/** Without 0, 1, I and O, which people read for each other. */
const RECEIPT_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * A receipt number: `BL` + date + 8 random characters + check character. No counter: nobody can tell from it how many
 * cases there are, nor guess the next. `random` gives whole numbers below its argument.
 */
export function makeReceiptNumber(date: string, random: (below: number) => number): string {
  const drawn = Array.from({ length: 8 }, () => random(RECEIPT_ALPHABET.length));
  const first = `BL${date.replaceAll('-', '').slice(2)}${drawn.slice(0, 7).map(receiptCharacter).join('')}`;
  for (let last = drawn[7] ?? 0; ; last += 1) {
    const body = `${first}${receiptCharacter(last)}`;
    const check = receiptCheck(body);
    if (RECEIPT_ALPHABET.includes(check)) return `${body}${check}`;
  }
}

function receiptCharacter(drawn: number): string {
  return RECEIPT_ALPHABET.charAt(drawn % RECEIPT_ALPHABET.length);
}

/** What a person typed, as the number it stands for; `undefined` when it is none. In the date O is read for 0, I for 1. */
export function readReceiptNumber(typed: string): string | undefined {
  const parts = /^BL([\dIO]{6})([2-9A-HJ-NP-Z]{8})([2-9A-HJ-NP-Z])$/.exec(normaliseNumber(typed));
  if (parts === null) return undefined;
  const [, date = '', random = '', check = ''] = parts;
  const body = `BL${date.replaceAll('O', '0').replaceAll('I', '1')}${random}`;
  return receiptCheck(body) === check ? `${body}${check}` : undefined;
}

/** ISO 7064 MOD 37,36: one wrong character never passes; of swapped neighbours about one pair in a thousand does. */
function receiptCheck(body: string): string {
  const product = [...body].reduce((p, character) => {
    const sum = (p + ALPHANUMERIC.indexOf(character)) % 36 || 36;
    return (sum * 2) % 37;
  }, 36);
  return ALPHANUMERIC.charAt((37 - product) % 36);
}
