import { dateInWords, instantInWords } from '../../domain/dates-in-words.ts';
import type { AcceptanceFacts } from '../../domain/papers/message-facts.ts';
import {
  type Block,
  because,
  caseRows,
  dateRow,
  greeting,
  type Letter,
  row,
  type Speaker,
  told,
} from '../letter.ts';

/** Accepted: both clocks run; each of the two dates says how it was counted. */
export function acceptanceLetter(facts: AcceptanceFacts, speaker: Speaker): Letter {
  const { words, language } = speaker;
  const { caseNumber, acceptedAt, promised, statutory, hall } = facts;
  return {
    subject: words('mail.acceptance.subject', { caseNumber }),
    heading: words('mail.acceptance.heading'),
    blocks: [
      greeting(facts, speaker),
      { paragraph: words('mail.acceptance.meaning', { service: told(facts.service, speaker) }) },
      caseRows(facts, speaker, [
        row('accepted-at', instantInWords(acceptedAt, hall.timeZone, language), speaker),
        ...(promised === undefined ? [] : [dateRow('promised-by', promised.dueDate, speaker)]),
        dateRow('statutory-by', statutory.dueDate, speaker),
        row('article', told(statutory.article, speaker), speaker),
      ]),
      { paragraph: words('mail.acceptance.next') },
      ...promisedPapers(facts, speaker),
      ...(promised === undefined ? [] : because(promised, speaker, 'mail.acceptance.because-promised')),
      ...because(statutory, speaker, 'mail.acceptance.because-statutory'),
    ],
  };
}

function promisedPapers({ promises = [] }: AcceptanceFacts, speaker: Speaker): readonly Block[] {
  if (promises.length === 0) return [];
  const { words, language } = speaker;
  const items = promises.map(({ what, by }) => ({
    what: told(what, speaker),
    why: words('mail.acceptance.promise-by', { date: dateInWords(by, language) }),
  }));
  return [{ paragraph: words('mail.acceptance.promises') }, { numbered: { items } }];
}
