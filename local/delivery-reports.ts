import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Sent } from './outbox.ts';

// A stand-in, not the real thing: SES tells a topic what became of each mail, the emulator does not. So the local
// cloud and the tests publish reports of the same shape, made from the captured mail. A mail to an address that
// begins with "bounce" comes back; every other one arrives.

/** Finds our own message id in the last line of the text, where deliver-message puts it. */
export function referenceIn(text: string): string | undefined {
  return /(?:^|\n)Ref: (\S+)\s*$/.exec(text)?.[1];
}

/** The event SES would publish about this mail; the tag is left out when the mail carries no reference. */
export function reportOf(mail: Sent, now: string) {
  const reference = referenceIn(mail.text);
  const bounced = mail.to.filter((address) => address.startsWith('bounce'));
  const about = {
    timestamp: mail.at,
    messageId: mail.id,
    destination: mail.to,
    commonHeaders: { to: mail.to, subject: mail.subject },
    tags: reference === undefined ? {} : { 'banli-message': [reference] },
  };
  if (bounced.length === 0) {
    const delivery = {
      timestamp: now,
      recipients: mail.to,
      smtpResponse: '250 stand-in',
      processingTimeMillis: 1,
    };
    return { eventType: 'Delivery', mail: about, delivery };
  }
  const bouncedRecipients = bounced.map((emailAddress) => ({
    emailAddress,
    action: 'failed',
    status: '5.1.1',
  }));
  const bounce = { bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients, timestamp: now };
  return { eventType: 'Bounce', mail: about, bounce };
}

/** Publishes one report for each of these mails; text messages have none. */
export async function publishReports(
  sns: SNSClient,
  topicArn: string,
  sent: readonly Sent[],
  now: string,
): Promise<void> {
  for (const mail of sent.filter(({ way }) => way === 'mail')) {
    await sns.send(new PublishCommand({ TopicArn: topicArn, Message: JSON.stringify(reportOf(mail, now)) }));
  }
}
