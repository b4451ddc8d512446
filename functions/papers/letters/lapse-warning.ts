import { dateInWords } from '../../domain/dates-in-words.ts';
import type { LapseWarningFacts } from '../../domain/papers/message-facts.ts';
import {
  caseRows,
  dateRow,
  greeting,
  type Letter,
  openItems,
  type Speaker,
  silence,
  told,
} from '../letter.ts';

/** Shortly before an answer is due: what is still missing, the last day, and what follows. */
export function lapseWarningLetter(facts: LapseWarningFacts, speaker: Speaker): Letter {
  const { words, language } = speaker;
  const { caseNumber, items, respondBy } = facts;
  const count = items.length;
  return {
    subject: words('mail.lapse-warning.subject', { caseNumber }),
    heading: words('mail.lapse-warning.heading'),
    blocks: [
      greeting(facts, speaker),
      { paragraph: words('mail.lapse-warning.still', { service: told(facts.service, speaker), count }) },
      openItems(items, speaker),
      caseRows(facts, speaker, [dateRow('respond-by', respondBy, speaker)]),
      { paragraph: words('mail.notice.how', { date: dateInWords(respondBy, language) }) },
      silence(facts.silence, speaker),
    ],
  };
}
