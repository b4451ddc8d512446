import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod/mini';

/** A mail or text message that would have gone out, as the local cloud captured it. */
export interface Sent {
  readonly id: string;
  readonly way: 'mail' | 'sms';
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** When it was sent; empty for a text message, of which the emulator does not note it. */
  readonly at: string;
}

const mailShape = z.looseObject({
  MessageId: z.string(),
  To: z.array(z.string()),
  Subject: z.string(),
  BodyText: z.nullish(z.string()),
  BodyHtml: z.nullish(z.string()),
  Timestamp: z.number(),
});
const mailsShape = z.looseObject({ messages: z.record(z.string(), z.array(mailShape)) });
const textShape = z.looseObject({
  PhoneNumber: z.string(),
  Message: z.string(),
  MessageId: z.string(),
});
const textsShape = z.looseObject({ sms_messages: z.record(z.string(), z.array(textShape)) });
const sentShape = z.object({
  id: z.string(),
  way: z.enum(['mail', 'sms']),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  at: z.string(),
});

/** Mail, then text messages, oldest first. The emulator forgets mail when it stops; see `keep`. */
export async function readOutbox(endpoint: string): Promise<readonly Sent[]> {
  const [mails, texts] = await Promise.all([
    fetchJson(`${endpoint}/_ministack/ses/messages`),
    fetchJson(`${endpoint}/_ministack/sns/sms-messages`),
  ]);
  return [
    ...Object.values(mailsShape.parse(mails).messages).flat().map(sentMail),
    ...Object.values(textsShape.parse(texts).sms_messages).flat().map(sentText),
  ];
}

/** Those that are not in the file yet; a text message gets `now` as its time. */
export async function notKept(file: string, sent: readonly Sent[], now: string): Promise<readonly Sent[]> {
  const known = new Set((await readKept(file)).map(({ id }) => id));
  return sent.filter(({ id }) => !known.has(id)).map((message) => ({ ...message, at: message.at || now }));
}

/** Adds them to the file, one a line, where they survive a restart. */
export async function keep(file: string, sent: readonly Sent[]): Promise<void> {
  if (sent.length === 0) return;
  await mkdir(dirname(file), { recursive: true });
  await appendFile(file, sent.map((message) => `${JSON.stringify(message)}\n`).join(''));
}

export async function readKept(file: string): Promise<readonly Sent[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => sentShape.parse(JSON.parse(line)));
}

function sentMail(mail: z.infer<typeof mailShape>): Sent {
  return {
    id: mail.MessageId,
    way: 'mail',
    to: mail.To,
    subject: mail.Subject,
    text: mail.BodyText ?? '',
    html: mail.BodyHtml ?? '',
    at: new Date(mail.Timestamp * 1000).toISOString(),
  };
}

function sentText(text: z.infer<typeof textShape>): Sent {
  const { MessageId, PhoneNumber, Message } = text;
  return { id: MessageId, way: 'sms', to: [PhoneNumber], subject: '', text: Message, html: '', at: '' };
}

async function fetchJson(url: string): Promise<unknown> {
  return (await fetch(url)).json();
}
