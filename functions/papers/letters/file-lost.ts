import type { FileLostFacts } from '../../domain/papers/message-facts.ts';
import { caseRows, greeting, type Letter, openItems, type Speaker, told } from '../letter.ts';

/** A file that was handed in and lost by us: which, that it costs the reader no time, and how to send it again. */
export function fileLostLetter(facts: FileLostFacts, speaker: Speaker): Letter {
  const { words } = speaker;
  const { caseNumber, items } = facts;
  return {
    subject: words('mail.file-lost.subject', { caseNumber }),
    heading: words('mail.file-lost.heading'),
    blocks: [
      greeting(facts, speaker),
      { paragraph: words('mail.file-lost.why', { service: told(facts.service, speaker) }) },
      openItems(items, speaker),
      caseRows(facts, speaker),
      { paragraph: words('mail.file-lost.time') },
      { paragraph: words('mail.file-lost.how') },
    ],
  };
}
