import { dropInvisible } from '../text/invisible.ts';
import { type Answer, type Answers, answerTo } from './answers.ts';
import type { Question, SimpleQuestion } from './question.ts';
import type { Service } from './service.ts';
import { visibleQuestions } from './visible-questions.ts';

/**
 * Answers as they are kept: what people type in numbers is accepted and dropped [U10], names are left as they are
 * [U11]; what was not asked, is asked no longer, or cannot be an answer to such a question is not kept.
 */
export function normaliseAnswers(service: Pick<Service, 'form'>, answers: Answers): Answers {
  return Object.fromEntries(
    visibleQuestions(service, answers).flatMap((question) => {
      const answer = normaliseAnswer(question, answerTo(answers, question.id));
      return answer === undefined ? [] : [[question.id, answer]];
    }),
  );
}

function normaliseAnswer(question: Question, answer: Answer | undefined): Answer | undefined {
  if (typeof answer === 'boolean') return answer;
  if (typeof answer === 'string') {
    return question.type === 'list' ? undefined : normaliseText(question.type, answer);
  }
  if (answer === undefined) return undefined;
  const entries: readonly unknown[] = answer;
  if (question.type === 'choices') {
    return entries.flatMap((one) => (typeof one === 'string' ? [normaliseText('choice', one)] : []));
  }
  if (question.type !== 'list') return undefined;
  return entries.flatMap((entry) =>
    typeof entry === 'object' && entry !== null ? [normaliseEntry(question.of, entry)] : [],
  );
}

function normaliseEntry(questions: readonly SimpleQuestion[], entry: object): Record<string, string> {
  const given = new Map<string, unknown>(Object.entries(entry));
  return Object.fromEntries(
    questions.flatMap(({ id, type }) => {
      const value = given.get(id);
      return typeof value === 'string' ? [[id, normaliseText(type, value)]] : [];
    }),
  );
}

function normaliseText(type: SimpleQuestion['type'], text: string): string {
  const visible = dropInvisible(text);
  switch (type) {
    case 'national-id':
      return normaliseNumber(visible);
    case 'mobile':
      return normaliseMobile(visible);
    case 'email':
      return visible.normalize('NFKC').replace(/\s/g, '');
    case 'date':
      return normaliseDate(visible);
    case 'long-text':
      return visible.trim();
    default:
      return visible.replace(/\s+/g, ' ').trim();
  }
}

/** Full-width digits, spaces, hyphens, dots and brackets are accepted and dropped; Latin letters become capitals. */
export function normaliseNumber(text: string): string {
  return dropInvisible(text.normalize('NFKC'))
    .replace(/[\s\p{Pd}\p{Ps}\p{Pe}−.·・_]/gu, '')
    .normalize('NFKC')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** Mainland numbers get their country code; other numbers must be given with `+` or `00`. */
export function normaliseMobile(text: string): string {
  const digits = normaliseNumber(text);
  if (/^1\d{10}$/.test(digits)) return `+86${digits}`;
  if (/^(0086|86)1\d{10}$/.test(digits)) return `+86${digits.slice(-11)}`;
  return digits.startsWith('00') ? `+${digits.slice(2)}` : digits;
}

/** `２０２６／３／２` and `2026年3月2日` are `2026-03-02`; what is no such date stays as it was typed. */
function normaliseDate(text: string): string {
  const typed = text.normalize('NFKC').replace(/\s/g, '');
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed);
  if (parts === null) return typed;
  const [, year = '', month = '', day = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
