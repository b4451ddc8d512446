import { timeInWords } from '../../domain/dates-in-words.ts';
import type { CodeFacts } from '../../domain/papers/message-facts.ts';
import type { Letter, Speaker } from '../letter.ts';

export function codeLetter({ code, expiresAt, validMinutes, hall }: CodeFacts, { words }: Speaker): Letter {
  const time = timeInWords(expiresAt, hall.timeZone);
  return {
    subject: words('mail.code.subject'),
    heading: words('mail.code.heading'),
    blocks: [
      { paragraph: words('mail.code.enter') },
      { strong: code },
      { paragraph: words('mail.code.valid', { time, minutes: validMinutes }) },
      { paragraph: words('mail.code.secret') },
      { paragraph: words('mail.code.not-you') },
    ],
  };
}
