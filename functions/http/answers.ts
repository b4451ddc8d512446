import type { Language } from '../domain/language.ts';
import type { Refusal } from '../domain/refusal.ts';
import { hasWords } from '../words/catalogue.ts';
import { speak } from '../words/speak.ts';
import type { FieldProblem } from './problem.ts';

type Refused = { readonly refusal: Refusal; readonly problems?: readonly FieldProblem[] };

export const NOT_FOUND: Refused = { refusal: { kind: 'not-found' } };

/** A refusal of a command, with the words for each field it names (`path:kind`). */
export function refusedFields(refusal: Refusal, language: Language): Refused {
  const fields = refusal.facts?.fields;
  if (!Array.isArray(fields)) return { refusal };
  const words = speak(language);
  const problems = fields.map((field) => {
    const [path = '', kind = 'not-understood'] = String(field).split(':');
    const id = hasWords(`problem.${kind}`) ? `problem.${kind}` : 'problem.not-understood';
    return { path, kind, text: safely(() => words(id, { least: '', most: '' })) };
  });
  return { refusal: { kind: refusal.kind }, problems };
}

function safely(say: () => string): string {
  try {
    return say();
  } catch {
    return '';
  }
}
