import { describeTrace } from '../domain/clock/trace.ts';
import { dateInWords } from '../domain/dates-in-words.ts';
import type { Language, LocalizedText } from '../domain/language.ts';
import type { EveryCaseMessage, ExplainedDate, OpenItem, Silence } from '../domain/papers/message-facts.ts';
import type { Words } from '../words/speak.ts';

/** A part of a letter: the HTML and the text of a mail are both made from these. */
export type Block =
  | { readonly paragraph: string }
  | { readonly strong: string }
  | { readonly title: string }
  | { readonly panel: { readonly rows: readonly Row[] } }
  | { readonly numbered: { readonly items: readonly NumberedItem[] } }
  | { readonly list: { readonly items: readonly string[] } };

export interface Row {
  readonly label: string;
  readonly value: string;
}

export interface NumberedItem {
  readonly what: string;
  readonly why: string;
}

export interface Letter {
  /** No personal data: subjects are shown on locked screens and logged by mail servers. */
  readonly subject: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export interface Speaker {
  readonly words: Words;
  readonly language: Language;
}

/** A text of the catalogue in the reader's language; what a person typed, as it was typed. */
export function told(text: LocalizedText | string, { language }: Speaker): string {
  return typeof text === 'string' ? text : text[language];
}

export function greeting({ addressee }: EveryCaseMessage, { words }: Speaker): Block {
  return { paragraph: words('mail.greeting', { addressee }) };
}

export function caseRows(
  { caseNumber, service }: EveryCaseMessage,
  speaker: Speaker,
  more: readonly Row[] = [],
): Block {
  const rows = [
    row('case-number', caseNumber, speaker),
    row('service', told(service, speaker), speaker),
    ...more,
  ];
  return { panel: { rows } };
}

export function row(label: string, value: string, { words }: Speaker): Row {
  return { label: words(`mail.label.${label}`), value };
}

export function dateRow(label: string, date: string, speaker: Speaker): Row {
  return row(label, dateInWords(date, speaker.language), speaker);
}

/** Why a date is what it is, as the clock tells it, and that it may move where it is provisional. */
export function because(
  explained: ExplainedDate,
  speaker: Speaker,
  title = 'mail.because',
): readonly Block[] {
  const { words, language } = speaker;
  const date = dateInWords(explained.dueDate, language);
  return [
    { title: words(title) },
    { list: { items: describeTrace(explained.trace, language) } },
    ...(explained.provisional ? [{ paragraph: words('mail.provisional', { date }) }] : []),
  ];
}

export function openItems(items: readonly OpenItem[], speaker: Speaker): Block {
  return {
    numbered: {
      items: items.map(({ what, why }) => ({ what: told(what, speaker), why: told(why, speaker) })),
    },
  };
}

export function silence({ consequence, article }: Silence, speaker: Speaker): Block {
  return { paragraph: speaker.words(`mail.silence.${consequence}`, { article: told(article, speaker) }) };
}
