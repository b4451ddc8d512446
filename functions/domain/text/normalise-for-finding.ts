import { dropInvisible } from './invisible.ts';
import { simplify } from './simplify.ts';

const NOT_TOLD_APART = /[\s·•‧∙⋅・]/gu;

/**
 * A name, address or number as records are found by it: width, case, spaces, middle dots, traditional or simplified
 * characters make no difference. What is kept and shown is never this; the blind index is made from it.
 */
export function normaliseForFinding(text: string): string {
  const folded = dropInvisible(text).normalize('NFKC').toLowerCase();
  return simplify(folded.replace(NOT_TOLD_APART, '').normalize('NFKC'));
}
