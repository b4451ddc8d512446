import Mustache from 'mustache';
import type { Language } from '../domain/language.ts';
import type { MessageFacts, MessageKind } from '../domain/papers/message-facts.ts';
import { speak } from '../words/speak.ts';
import type { Block, Letter, Speaker } from './letter.ts';
import { acceptanceLetter } from './letters/acceptance.ts';
import { codeLetter } from './letters/code.ts';
import { correctionLetter } from './letters/correction.ts';
import { fileLostLetter } from './letters/file-lost.ts';
import { lapseWarningLetter } from './letters/lapse-warning.ts';
import { noticeLetter } from './letters/notice.ts';
import { pickUpLetter } from './letters/pick-up.ts';
import { receiptLetter } from './letters/receipt.ts';
import { resultLetter } from './letters/result.ts';
import { MAIL_SKELETON } from './mail-skeleton.gen.ts';

export interface Mail {
  /** Holds no personal data. */
  readonly subject: string;
  readonly html: string;
  /** The same parts in the same order; its last line is `Ref: <messageId>`. */
  readonly text: string;
}

const LETTERS: { readonly [Kind in MessageKind]: (facts: MessageFacts[Kind], speaker: Speaker) => Letter } = {
  code: codeLetter,
  receipt: receiptLetter,
  notice: noticeLetter,
  acceptance: acceptanceLetter,
  correction: correctionLetter,
  result: resultLetter,
  'pick-up': pickUpLetter,
  'lapse-warning': lapseWarningLetter,
  'file-lost': fileLostLetter,
};

/** The forms of one character differ: each language asks for fonts of its own first. */
const FONTS: Readonly<Record<Language, string>> = {
  'zh-Hant': 'Noto Sans TC, PingFang TC, Microsoft JhengHei, sans-serif',
  'zh-Hans': 'Noto Sans SC, PingFang SC, Microsoft YaHei, sans-serif',
  en: 'Noto Sans, Helvetica, Arial, PingFang TC, sans-serif',
};

/** What a letter has around its blocks. */
interface Frame {
  readonly hall: string;
  readonly link?: { readonly text: string; readonly url: string };
  readonly footer: readonly string[];
}

/** Writes a mail of this kind in this language. Nothing that a person typed is read as HTML, template or ICU. */
export function composeMail<Kind extends MessageKind>(
  kind: Kind,
  facts: MessageFacts[Kind],
  language: Language,
): Mail {
  const speaker = { words: speak(language), language };
  const letter = LETTERS[kind](facts, speaker);
  const frame = frameOf(facts, speaker);
  return {
    subject: letter.subject,
    html: htmlOf(letter, frame, language),
    text: textOf(letter, frame, speaker),
  };
}

function frameOf(facts: MessageFacts[MessageKind], { words, language }: Speaker): Frame {
  const { hall, messageId } = facts;
  const { hotline } = hall;
  const footer = [words('mail.automatic'), words('mail.reference', { messageId })];
  if (!('caseNumber' in facts)) {
    return { hall: hall.name[language], footer: [words('mail.hotline', { hotline }), ...footer] };
  }
  const { caseNumber, caseUrl } = facts;
  return {
    hall: hall.name[language],
    link: { text: words('mail.case-link', { caseNumber }), url: caseUrl },
    footer: [words('mail.hotline-with-case', { hotline, caseNumber }), ...footer],
  };
}

function htmlOf(letter: Letter, frame: Frame, language: Language): string {
  const view = { ...letter, ...frame, language, fonts: FONTS[language] };
  return Mustache.render(MAIL_SKELETON, view, {}, { escape: escapeHtml });
}

/** Mustache's own escapes `/` and `=` too, which makes links unreadable for programs that show the source. */
function escapeHtml(text: unknown): string {
  return String(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function textOf({ heading, blocks }: Letter, { hall, link, footer }: Frame, speaker: Speaker): string {
  const parts = blocks.map((block) => textOfBlock(block, speaker));
  const way = link === undefined ? [] : [`${link.text}\n${link.url}`];
  return [hall, heading, ...parts, ...way, footer.join('\n')].join('\n\n');
}

function textOfBlock(block: Block, { words }: Speaker): string {
  if ('paragraph' in block) return block.paragraph;
  if ('strong' in block) return block.strong;
  if ('title' in block) return block.title;
  if ('panel' in block) {
    return block.panel.rows.map(({ label, value }) => words('mail.row', { label, value })).join('\n');
  }
  if ('list' in block) return block.list.items.map((item) => `- ${item}`).join('\n');
  return block.numbered.items
    .map(({ what, why }, index) => words('mail.item', { number: index + 1, what, why }))
    .join('\n');
}
