/**
 * Triggered by what SES reports of a mail (topic → queue). A report may come twice, or before the sending was noted:
 * an unknown one goes back to the queue; a known one is a note under a key of its own, so a second changes nothing.
 * It is taken in a passive region too: the log cannot give it again.
 */
import { makeKernel } from '../../container/kernel.ts';
import { takeDeliveryReport } from '../../use-cases/messages/take-delivery-report.ts';
import { handleQueue } from '../handle-queue.ts';
import { readReport } from './read-report.ts';

const { kernel, references, messageItems: items } = makeKernel();

export const handler = handleQueue(
  { completed: 'DELIVERY_REPORT_COMPLETED', failed: 'DELIVERY_REPORT_FAILED' },
  async (event, now) => {
    const report = readReport(event);
    if (report === undefined) return 'not-of-interest';
    await takeDeliveryReport({ kernel, references, items }, report, now);
    return report.outcome;
  },
);
