import { fc } from '@fast-check/vitest';
import type { Answers } from '../../../functions/domain/catalogue/answers.ts';
import { allQuestions } from '../../../functions/domain/catalogue/visible-questions.ts';
import { givenService } from '../given/service.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    ' ',
    '\ud842',
    '\u202e',
    '=cmd',
    '<script>',
    '<%= x %>',
    '{{x}}',
    '9'.repeat(500),
    '𠮷'.repeat(300),
  ),
);
const entry = fc.dictionary(fc.constantFrom('name', 'id', '__proto__', 'constructor'), text);

/** Answers of every shape the API lets in, to the questions that are asked and to some that are not. */
export const anyJunkAnswers: fc.Arbitrary<Answers> = fc.dictionary(
  fc.constantFrom(
    ...allQuestions(givenService()).map(({ id }) => id),
    '__proto__',
    'constructor',
    'nobodyAsked',
  ),
  fc.oneof(text, fc.boolean(), fc.array(text, { maxLength: 12 }), fc.array(entry, { maxLength: 8 })),
);
