import { dateInWords } from '../../domain/dates-in-words.ts';
import type { CorrectionFacts } from '../../domain/papers/message-facts.ts';
import {
  because,
  caseRows,
  dateRow,
  greeting,
  type Letter,
  openItems,
  type Speaker,
  silence,
  told,
} from '../letter.ts';

/** A correction [3.5.2]: only the flagged items are open, and the statutory clock does not wait. */
export function correctionLetter(facts: CorrectionFacts, speaker: Speaker): Letter {
  const { words, language } = speaker;
  const { caseNumber, items, respondBy, statutoryDueDate } = facts;
  return {
    subject: words('mail.correction.subject', { caseNumber }),
    heading: words('mail.correction.heading', { count: items.length }),
    blocks: [
      greeting(facts, speaker),
      { paragraph: words('mail.correction.only', { service: told(facts.service, speaker) }) },
      openItems(items, speaker),
      caseRows(facts, speaker, [
        dateRow('respond-by', respondBy.dueDate, speaker),
        dateRow('statutory-by', statutoryDueDate, speaker),
      ]),
      { paragraph: words('mail.notice.how', { date: dateInWords(respondBy.dueDate, language) }) },
      { paragraph: words('mail.correction.clock', { date: dateInWords(statutoryDueDate, language) }) },
      silence(facts.silence, speaker),
      ...because(respondBy, speaker),
    ],
  };
}
