import { dateInWords } from '../dates-in-words.ts';
import type { Language, LocalizedText } from '../language.ts';
import type { LimitUnit } from './rule.ts';
import { SENTENCES, UNITS } from './trace-words.ts';

interface Span {
  readonly from: string;
  readonly to: string;
  readonly days: number;
}

interface Amount {
  readonly amount: number;
  readonly unit: LimitUnit;
}

/**
 * Why a date is what it is, step by step; the steps add up to the answer: from the first day to the last counted one
 * lie the amount, the rest days, the skipped holidays and closures, and the paused days, and nothing else.
 */
export type TraceStep =
  | { readonly step: 'received'; readonly date: string }
  | { readonly step: 'received-later'; readonly date: string; readonly cameOn: string }
  | ({ readonly step: 'limit'; readonly basis: LocalizedText } & Amount)
  | ({ readonly step: 'extended' } & Amount)
  | ({ readonly step: 'paused'; readonly type: string } & Span)
  /** Days of the pause just named that another pause had stopped already. */
  | { readonly step: 'paused-already'; readonly type: string; readonly days: number }
  | {
      readonly step: 'pause-capped';
      readonly type: string;
      readonly date: string;
      readonly workingDays: number;
    }
  | { readonly step: 'counted-anew'; readonly date: string }
  | { readonly step: 'first-day'; readonly date: string }
  | ({ readonly step: 'skipped-holiday'; readonly name: LocalizedText } & Span)
  | ({ readonly step: 'skipped-closure'; readonly name: LocalizedText } & Span)
  | { readonly step: 'make-up-day'; readonly date: string }
  | { readonly step: 'skipped-rest-days'; readonly days: number }
  | ({ readonly step: 'counted'; readonly date: string } & Amount)
  | { readonly step: 'rolled'; readonly from: string; readonly to: string }
  | { readonly step: 'provisional'; readonly year: number; readonly settledOn: string }
  | { readonly step: 'due'; readonly date: string };

type Facts = Readonly<Record<string, string>>;

/** The trace in a person's language, one sentence a step. `typeName` words the pause types of the service. */
export function describeTrace(
  trace: readonly TraceStep[],
  language: Language,
  typeName: (type: string) => string = (type) => type,
): readonly string[] {
  return trace.map((step) => {
    const facts = factsOf(step, language, typeName);
    return SENTENCES[step.step][language].replace(/\{(\w+)\}/g, (hole, fact: string) => facts[fact] ?? hole);
  });
}

function factsOf(step: TraceStep, language: Language, typeName: (type: string) => string): Facts {
  const date = (isoDate: string) => dateInWords(isoDate, language);
  switch (step.step) {
    case 'received':
    case 'counted-anew':
    case 'first-day':
    case 'make-up-day':
    case 'due':
      return { date: date(step.date) };
    case 'received-later':
      return { date: date(step.date), cameOn: date(step.cameOn) };
    case 'limit':
      return { amount: amountInWords(step, language), basis: step.basis[language] };
    case 'extended':
      return { amount: amountInWords(step, language) };
    case 'paused':
      return {
        type: typeName(step.type),
        from: date(step.from),
        to: date(step.to),
        days: days(step, language),
      };
    case 'paused-already':
      return { type: typeName(step.type), days: days(step, language) };
    case 'pause-capped':
      return {
        type: typeName(step.type),
        date: date(step.date),
        amount: amountInWords({ amount: step.workingDays, unit: 'working-day' }, language),
      };
    case 'skipped-holiday':
    case 'skipped-closure':
      return { span: spanInWords(step, language), name: step.name[language], days: days(step, language) };
    case 'skipped-rest-days':
      return { days: days(step, language) };
    case 'counted':
      return { amount: amountInWords(step, language), date: date(step.date) };
    case 'rolled':
      return { from: date(step.from), to: date(step.to) };
    case 'provisional':
      return { year: String(step.year), settledOn: date(step.settledOn) };
    default:
      return step satisfies never;
  }
}

function amountInWords({ amount, unit }: Amount, language: Language): string {
  return `${amount} ${UNITS[unit][amount === 1 ? 'one' : 'other'][language]}`;
}

function days(step: { readonly days: number }, language: Language): string {
  return amountInWords({ amount: step.days, unit: 'calendar-day' }, language);
}

function spanInWords({ from, to }: Span, language: Language): string {
  if (from === to) return dateInWords(from, language);
  const between = language === 'en' ? ' to ' : '至';
  return `${dateInWords(from, language)}${between}${dateInWords(to, language)}`;
}
