import { MOST_MAIL_CHARACTERS } from './answer-schema.ts';
import type { SimpleQuestion } from './question.ts';
import type { Service } from './service.ts';
import { allQuestions } from './visible-questions.ts';

/** In UTF-8 no character takes more, and what JSON escapes takes less. */
const CHARACTER_BYTES = 4;
/** Quotes, colon, comma, brackets. */
const MARKS_BYTES = 8;

/** Bytes of the longest answers that pass the form's own checks, as JSON; random text is hardly made smaller by packing. */
export function largestAnswersBytes(service: Pick<Service, 'form'>): number {
  return allQuestions(service).reduce((sum, question) => {
    if (question.type !== 'list') return sum + largest(question);
    const entry = question.of.reduce((total, part) => total + largest(part), MARKS_BYTES);
    return sum + question.id.length + MARKS_BYTES + question.most * entry;
  }, 0);
}

function largest(question: SimpleQuestion): number {
  return question.id.length + MARKS_BYTES + largestValue(question);
}

function largestValue(question: SimpleQuestion): number {
  switch (question.type) {
    case 'text':
    case 'long-text':
    case 'address':
    case 'name':
      return question.maxLength * CHARACTER_BYTES;
    case 'email':
      return MOST_MAIL_CHARACTERS * CHARACTER_BYTES;
    case 'national-id':
    case 'mobile':
    case 'date':
    case 'declaration':
      return 20;
    case 'choice':
      return largestChoices(question.choices, 1);
    case 'choices':
      return largestChoices(question.choices, question.most);
    default:
      return question satisfies never;
  }
}

function largestChoices(choices: readonly { readonly value: string }[], most: number): number {
  const sizes = choices
    .map(({ value }) => value.length * CHARACTER_BYTES + MARKS_BYTES)
    .sort((a, b) => b - a);
  return sizes.slice(0, most).reduce((sum, size) => sum + size, 0);
}
