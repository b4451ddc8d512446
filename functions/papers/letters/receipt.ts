import { dateInWords, instantInWords } from '../../domain/dates-in-words.ts';
import type { ReceiptFacts } from '../../domain/papers/message-facts.ts';
import { because, caseRows, dateRow, greeting, type Letter, row, type Speaker } from '../letter.ts';

/** The dated receipt [3.2.1]: number, clock, due date and why, and both names where one filed for another. */
export function receiptLetter(facts: ReceiptFacts, speaker: Speaker): Letter {
  const { words, language } = speaker;
  const { caseNumber, checkedBy, filedFor, filedBy, receivedAt, hall, privacyNotice } = facts;
  return {
    subject: words('mail.receipt.subject', { caseNumber }),
    heading: words('mail.receipt.heading'),
    blocks: [
      greeting(facts, speaker),
      { paragraph: words('mail.receipt.meaning') },
      caseRows(facts, speaker, [
        row('received-at', instantInWords(receivedAt, hall.timeZone, language), speaker),
        ...(filedFor === undefined ? [] : [row('filed-for', filedFor, speaker)]),
        ...(filedBy === undefined ? [] : [row('filed-by', filedBy, speaker)]),
        dateRow('checked-by', checkedBy.dueDate, speaker),
      ]),
      { paragraph: words('mail.receipt.next', { date: dateInWords(checkedBy.dueDate, language) }) },
      { paragraph: words('mail.nothing-to-do') },
      ...because(checkedBy, speaker),
      ...(privacyNotice === undefined
        ? []
        : [{ paragraph: words('mail.receipt.privacy', { version: privacyNotice }) }]),
    ],
  };
}
