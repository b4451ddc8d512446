import type { Schema } from '@cfworker/json-schema';
import type { SimpleQuestion } from './question.ts';

export const MOST_MAIL_CHARACTERS = 120;

/** Mainland mobiles have eleven digits from 13 to 19; others are as long as E.164 allows. */
const MOBILE = '^\\+(861[3-9][0-9]{9}|(?!86)[1-9][0-9]{7,14})$';

/** The JSON Schema (draft 2020-12) of a question's answer: what the page and the server check alike. */
export function schemaOf(question: SimpleQuestion): Schema {
  switch (question.type) {
    case 'text':
    case 'long-text':
    case 'address':
    case 'name':
      return { type: 'string', minLength: question.minLength, maxLength: question.maxLength };
    case 'national-id':
      return { type: 'string' };
    case 'mobile':
      return { type: 'string', pattern: MOBILE };
    case 'email':
      return { type: 'string', format: 'email', maxLength: MOST_MAIL_CHARACTERS };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'choice':
      return { type: 'string', enum: question.choices.map(({ value }) => value) };
    case 'choices':
      return {
        type: 'array',
        items: { enum: question.choices.map(({ value }) => value) },
        minItems: question.least,
        maxItems: question.most,
        uniqueItems: true,
      };
    case 'declaration':
      return { const: true };
    default:
      return question satisfies never;
  }
}
