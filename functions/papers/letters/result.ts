import { dateInWords } from '../../domain/dates-in-words.ts';
import type { Article, Remedy, ResultFacts } from '../../domain/papers/message-facts.ts';
import {
  type Block,
  caseRows,
  dateRow,
  greeting,
  type Letter,
  type Row,
  row,
  type Speaker,
  told,
} from '../letter.ts';

/** How it ended [3.6.1]: anything but a full grant names ground, article, remedy, body and last date. */
export function resultLetter(facts: ResultFacts, speaker: Speaker): Letter {
  const { words } = speaker;
  const service = told(facts.service, speaker);
  return {
    subject: words('mail.result.subject', { caseNumber: facts.caseNumber }),
    heading: words(`mail.result.heading.${facts.outcome}`),
    blocks: [
      greeting(facts, speaker),
      { paragraph: words(`mail.result.${facts.outcome}`, { service }) },
      caseRows(facts, speaker, [
        dateRow('decided-on', facts.decidedOn, speaker),
        ...('certificateNumber' in facts
          ? [row('certificate-number', facts.certificateNumber, speaker)]
          : []),
        ...('ground' in facts ? [row('ground', told(facts.ground, speaker), speaker)] : []),
        ...('article' in facts ? [row('article', told(facts.article, speaker), speaker)] : []),
        ...insteadRow(facts, speaker),
      ]),
      ...('delivery' in facts ? [{ paragraph: words(`mail.result.delivery.${facts.delivery}`) }] : []),
      ...('remedy' in facts ? remedyBlocks(facts.remedy, speaker) : []),
    ],
  };
}

function insteadRow(facts: ResultFacts, speaker: Speaker): readonly Row[] {
  if (facts.outcome !== 'declined' || facts.instead === undefined) return [];
  return [row('instead', told(facts.instead, speaker), speaker)];
}

function remedyBlocks({ reconsideration, litigation }: Remedy, speaker: Speaker): readonly Block[] {
  const { words } = speaker;
  const where = (way: Remedy['reconsideration' | 'litigation']) => whereToApply(way, speaker);
  const items = [
    { what: words('mail.result.reconsideration'), why: where(reconsideration) },
    { what: words('mail.result.litigation'), why: where(litigation) },
  ];
  return [{ paragraph: words('mail.result.remedy') }, { numbered: { items } }];
}

function whereToApply(
  { body, lastDate, article }: { body: Remedy['litigation']['body']; lastDate: string; article: Article },
  speaker: Speaker,
): string {
  return speaker.words('mail.result.remedy-where', {
    body: told(body, speaker),
    date: dateInWords(lastDate, speaker.language),
    article: told(article, speaker),
  });
}
