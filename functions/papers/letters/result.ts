import { dateInWords } from '../../domain/dates-in-words.ts';
import type { Remedy, RemedyWay, ResultFacts } from '../../domain/papers/message-facts.ts';
import {
  type Block,
  caseRows,
  dateRow,
  greeting,
  type Letter,
  type NumberedItem,
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
  const items = [
    wayToFight('reconsideration', reconsideration, speaker),
    ...(litigation === undefined ? [] : [wayToFight('litigation', litigation, speaker)]),
  ];
  return [{ paragraph: speaker.words('mail.result.remedy') }, { numbered: { items } }];
}

function wayToFight(
  way: keyof Remedy,
  { body, lastDate, article }: RemedyWay,
  speaker: Speaker,
): NumberedItem {
  const { words, language } = speaker;
  const where = {
    body: told(body, speaker),
    date: dateInWords(lastDate, language),
    article: told(article, speaker),
  };
  return { what: words(`mail.result.${way}`), why: words('mail.result.remedy-where', where) };
}
