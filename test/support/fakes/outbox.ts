import type { MailSender, OutgoingMail, SmsSender } from '../../../functions/ports/outgoing.ts';

/** Providers that keep what they were given: whatever stands here has reached the customer. */
export function makeOutbox() {
  const mails: OutgoingMail[] = [];
  const texts: Parameters<SmsSender['sendSms']>[0][] = [];
  const mail: MailSender = {
    async sendMail(given) {
      mails.push(given);
      return `mail-${mails.length}`;
    },
  };
  const sms: SmsSender = {
    async sendSms(given) {
      texts.push(given);
      return `sms-${texts.length}`;
    },
  };
  return { mails, texts, mail, sms };
}
