import * as z from 'zod/mini';
import { MESSAGE_TAG } from '../../adapters/ses/ses-mail-sender.ts';
import type { DeliveryReport } from '../../use-cases/messages/take-delivery-report.ts';

const report = z.object({
  eventType: z.string(),
  mail: z.object({
    messageId: z.string(),
    tags: z.exactOptional(z.record(z.string(), z.array(z.string()))),
  }),
});

/** A complaint is no failure: who complains of a mail has received it. */
const OUTCOMES: Readonly<Record<string, DeliveryReport['outcome']>> = {
  Delivery: 'delivered',
  Bounce: 'failed',
  Reject: 'failed',
};

/** Sign-in codes are no messages of a case: nobody waits for their report. */
const CODE_PREFIX = 'code-';

/** What SES says of one mail of a case; `undefined` for what nobody waits for. */
export function readReport(event: unknown): DeliveryReport | undefined {
  const { eventType, mail } = report.parse(event);
  const outcome = OUTCOMES[eventType];
  const messageId = mail.tags?.[MESSAGE_TAG]?.[0];
  if (outcome === undefined || messageId?.startsWith(CODE_PREFIX)) return undefined;
  return { providerId: mail.messageId, outcome, ...(messageId !== undefined && { messageId }) };
}
