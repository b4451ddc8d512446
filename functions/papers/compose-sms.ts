import { shortDateInWords } from '../domain/dates-in-words.ts';
import type { Language } from '../domain/language.ts';
import type { MessageFacts, MessageKind, ResultFacts } from '../domain/papers/message-facts.ts';
import { speak, type WordValues } from '../words/speak.ts';

/** What a UCS-2 message holds; a longer one is sent, and paid, in parts that may arrive apart. */
export const MOST_SMS_UNITS = 70;

interface Sms {
  readonly id: string;
  /** The id of the words that need no value of open length. */
  readonly shortId: string;
  /** Numbers, dates and places of the hall: never a name or anything a person typed. */
  readonly values: WordValues;
}

type Composer<Kind extends MessageKind> = (facts: MessageFacts[Kind], language: Language) => Sms;

const COMPOSERS: { readonly [Kind in MessageKind]: Composer<Kind> } = {
  code: ({ code, validMinutes }) => ({
    id: 'sms.code',
    shortId: 'sms.code',
    values: { code, minutes: validMinutes },
  }),
  receipt: ({ caseNumber, checkedBy }, language) =>
    dated('receipt', { caseNumber }, checkedBy.dueDate, language),
  notice: ({ caseNumber, items, respondBy }, language) =>
    dated('notice', { caseNumber, count: items.length }, respondBy.dueDate, language),
  acceptance: ({ caseNumber, promised, statutory }, language) =>
    dated('acceptance', { caseNumber }, (promised ?? statutory).dueDate, language),
  correction: ({ caseNumber, items, respondBy }, language) =>
    dated('correction', { caseNumber, count: items.length }, respondBy.dueDate, language),
  result: (facts) => resultSms(facts),
  'pick-up': ({ caseNumber, place, window = place, lastDay }, language) =>
    dated('pick-up', { caseNumber, window: window[language] }, lastDay, language),
  'lapse-warning': ({ caseNumber, respondBy }, language) =>
    dated('lapse-warning', { caseNumber }, respondBy, language),
  'file-lost': ({ caseNumber }) => ({
    id: 'sms.file-lost',
    shortId: 'sms.file-lost.short',
    values: { caseNumber },
  }),
};

/**
 * Writes a text message of this kind: at most 70 UCS-2 units, no personal data, and what to do without opening a
 * link. Where a case number or a window's name is too long for the full words, the short ones go without it.
 */
export function composeSms<Kind extends MessageKind>(
  kind: Kind,
  facts: MessageFacts[Kind],
  language: Language,
): string {
  const { id, shortId, values } = COMPOSERS[kind](facts, language);
  const words = speak(language);
  const full = words(id, values);
  const sms = full.length <= MOST_SMS_UNITS ? full : words(shortId, values);
  if (sms.length > MOST_SMS_UNITS) throw new Error(`The words of ${shortId} are too long for a text message`);
  return sms;
}

function dated(kind: string, values: WordValues, date: string, language: Language): Sms {
  const said = { ...values, date: shortDateInWords(date, language) };
  return { id: `sms.${kind}`, shortId: `sms.${kind}.short`, values: said };
}

/** Only a grant is told outright; what else happened is read where the reader has chosen to look. */
function resultSms({ caseNumber, hall, ...facts }: ResultFacts): Sms {
  const ending = facts.outcome === 'granted' ? `granted-${facts.delivery}` : 'other';
  return {
    id: `sms.result.${ending}`,
    shortId: 'sms.result.short',
    values: { caseNumber, hotline: hall.hotline },
  };
}
