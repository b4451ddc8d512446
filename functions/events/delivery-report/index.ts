/**
 * Triggered by what SES reports of a mail (topic → queue). A report may come twice, or before the sending was noted:
 * an unknown one goes back to the queue; a known one is a note under a key of its own, so a second changes nothing.
 */
import * as z from 'zod/mini';
import { MESSAGE_TAG } from '../../adapters/ses/ses-mail-sender.ts';
import { makeKernel } from '../../container/kernel.ts';
import { takeDeliveryReport } from '../../use-cases/messages/take-delivery-report.ts';
import { handleQueue } from '../handle-queue.ts';

const { kernel, references, messageItems: items } = makeKernel();
const report = z.object({
  eventType: z.string(),
  mail: z.object({
    messageId: z.string(),
    tags: z.exactOptional(z.record(z.string(), z.array(z.string()))),
  }),
});
const FAILED = new Set(['Bounce', 'Complaint', 'Reject']);

export const handler = handleQueue(
  { completed: 'DELIVERY_REPORT_COMPLETED', failed: 'DELIVERY_REPORT_FAILED' },
  async (event, now) => {
    const { eventType, mail } = report.parse(event);
    if (eventType !== 'Delivery' && !FAILED.has(eventType)) return 'not-of-interest';
    const messageId = mail.tags?.[MESSAGE_TAG]?.[0];
    const outcome = eventType === 'Delivery' ? 'delivered' : 'failed';
    const given = {
      providerId: mail.messageId,
      outcome,
      ...(messageId !== undefined && { messageId }),
    } as const;
    await takeDeliveryReport({ kernel, references, items }, given, now);
    return outcome;
  },
);
