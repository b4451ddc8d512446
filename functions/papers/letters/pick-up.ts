import { dateInWords } from '../../domain/dates-in-words.ts';
import type { PickUpFacts } from '../../domain/papers/message-facts.ts';
import { caseRows, dateRow, greeting, type Letter, row, type Speaker, told } from '../letter.ts';

/** Where, when and with what to collect [3.7.2]; what happens after the last day takes no right away. */
export function pickUpLetter(facts: PickUpFacts, speaker: Speaker): Letter {
  const { words, language } = speaker;
  const { caseNumber, lastDay } = facts;
  const where = (['place', 'address', 'window', 'hours'] as const).flatMap((label) => {
    const text = facts[label];
    return text === undefined ? [] : [row(label, told(text, speaker), speaker)];
  });
  return {
    subject: words('mail.pick-up.subject', { caseNumber }),
    heading: words('mail.pick-up.heading'),
    blocks: [
      greeting(facts, speaker),
      {
        paragraph: words('mail.pick-up.come', {
          service: told(facts.service, speaker),
          date: dateInWords(lastDay, language),
        }),
      },
      caseRows(facts, speaker, [...where, dateRow('last-day', lastDay, speaker)]),
      { paragraph: words('mail.pick-up.bring') },
      { list: { items: facts.bring.map((paper) => told(paper, speaker)) } },
      { paragraph: words('mail.pick-up.another') },
      ...(facts.mailPossible ? [{ paragraph: words('mail.pick-up.mail') }] : []),
      { paragraph: words('mail.pick-up.after') },
    ],
  };
}
