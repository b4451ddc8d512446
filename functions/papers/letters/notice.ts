import { dateInWords } from '../../domain/dates-in-words.ts';
import type { NoticeFacts } from '../../domain/papers/message-facts.ts';
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

/** The one-time notice [3.2.2]: everything missing, until when, and what follows if nothing comes, with its article. */
export function noticeLetter(facts: NoticeFacts, speaker: Speaker): Letter {
  const { words, language } = speaker;
  const { caseNumber, items, respondBy, furtherBecause } = facts;
  const further =
    furtherBecause === undefined
      ? []
      : [{ paragraph: words('mail.notice.further', { reason: told(furtherBecause, speaker) }) }];
  return {
    subject: words('mail.notice.subject', { caseNumber }),
    heading: words('mail.notice.heading', { count: items.length }),
    blocks: [
      greeting(facts, speaker),
      { paragraph: words('mail.notice.all', { service: told(facts.service, speaker) }) },
      openItems(items, speaker),
      ...further,
      caseRows(facts, speaker, [dateRow('respond-by', respondBy.dueDate, speaker)]),
      { paragraph: words('mail.notice.how', { date: dateInWords(respondBy.dueDate, language) }) },
      silence(facts.silence, speaker),
      ...because(respondBy, speaker),
    ],
  };
}
