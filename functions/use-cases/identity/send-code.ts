import type { Language } from '../../domain/language.ts';
import { composeMail } from '../../papers/compose-mail.ts';
import { composeSms } from '../../papers/compose-sms.ts';
import type { MailSender, SmsSender } from '../../ports/outgoing.ts';
import { inEachLanguage } from '../../words/speak.ts';
import { CODE_SECONDS } from './one-time-code.ts';

export interface CodeToSend {
  readonly code: string;
  readonly messageId: string;
  readonly now: string;
  readonly language: Language;
  readonly hotline: string;
  readonly email?: string;
  readonly mobile?: string;
}

/** Sends a sign-in code to the one contact it was asked for. */
export async function sendCode(
  outgoing: { readonly mail: MailSender; readonly sms: SmsSender },
  { code, messageId, now, language, hotline, email, mobile }: CodeToSend,
): Promise<void> {
  const expiresAt = new Date(Date.parse(now) + CODE_SECONDS * 1000).toISOString();
  const hall = { name: inEachLanguage('mail.centre'), timeZone: 'Asia/Shanghai', hotline };
  const facts = { code, expiresAt, validMinutes: CODE_SECONDS / 60, messageId, hall };
  if (email !== undefined) {
    const { subject, html, text } = composeMail('code', facts, language);
    await outgoing.mail.sendMail({ to: email, subject, html, text, messageId });
  } else if (mobile !== undefined) {
    await outgoing.sms.sendSms({ to: mobile, text: composeSms('code', facts, language), messageId });
  }
}
