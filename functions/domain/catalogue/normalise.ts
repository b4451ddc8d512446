import type { Answer, Answers } from './answers.ts';
import type { Question, SimpleQuestion } from './question.ts';
import type { Service } from './service.ts';
import { visibleQuestions } from './visible-questions.ts';

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]/gu;
/** Control characters but tab and line ends. */
const CONTROL = /[^\P{Cc}\n\r\t]/gu;

/** Answers as they are kept: what people type in numbers is accepted and dropped [U10], names are left as they are [U11]. */
export function normaliseAnswers(service: Pick<Service, 'form'>, answers: Answers): Answers {
  return Object.fromEntries(
    visibleQuestions(service, answers).flatMap((question) => {
      const answer = answers[question.id];
      return answer === undefined ? [] : [[question.id, normaliseAnswer(question, answer)]];
    }),
  );
}

function normaliseAnswer(question: Question, answer: Answer): Answer {
  if (question.type === 'list') {
    if (!Array.isArray(answer)) return answer;
    return answer.flatMap((entry) =>
      typeof entry === 'object' && entry !== null ? [normaliseEntry(question.of, entry)] : [],
    );
  }
  return typeof answer === 'string' ? normaliseText(question.type, answer) : answer;
}

function normaliseEntry(questions: readonly SimpleQuestion[], entry: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    questions.flatMap(({ id, type }) => {
      const value = entry[id];
      return value === undefined ? [] : [[id, normaliseText(type, value)]];
    }),
  );
}

function normaliseText(type: SimpleQuestion['type'], text: string): string {
  const visible = text.replace(INVISIBLE, '').replace(CONTROL, '');
  if (type === 'national-id') return normaliseNumber(visible);
  if (type === 'mobile') return normaliseMobile(visible);
  if (type === 'email') return visible.normalize('NFKC').replace(/\s/g, '');
  return type === 'long-text' ? visible.trim() : visible.replace(/\s+/g, ' ').trim();
}

/** Full-width digits, spaces, hyphens and brackets are accepted and dropped; letters become capitals. */
export function normaliseNumber(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(/[\s\-‐-―()（）.·_]/g, '')
    .toUpperCase();
}

/** Mainland numbers get their country code; other numbers must be given with `+`. */
export function normaliseMobile(text: string): string {
  const digits = normaliseNumber(text);
  if (/^1\d{10}$/.test(digits)) return `+86${digits}`;
  if (/^(0086|86)1\d{10}$/.test(digits)) return `+86${digits.slice(-11)}`;
  return digits.startsWith('00') ? `+${digits.slice(2)}` : digits;
}

/** Values by which records are found, folded so that width, case and spaces do not matter. */
export function normaliseForFinding(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•‧・]/g, '');
}
