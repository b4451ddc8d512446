import { normaliseNumber } from '../../functions/domain/catalogue/normalise.ts';

/** The last four characters of an identity number, however typed; undefined when it is not four. */
export function readIdTail(typed: string): string | undefined {
  const tail = normaliseNumber(typed);
  return /^[\dA-Z]{4}$/.test(tail) ? tail : undefined;
}
