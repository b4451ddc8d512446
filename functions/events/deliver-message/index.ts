/**
 * Triggered by a message that a version asked for (bus → queue), and again by reconcile. It may come twice, at once or
 * late: the message is claimed by a conditional write before anything is sent, so it is sent once; only when a claim
 * ran out between sending and noting is it sent again, flagged.
 */
import { ulid } from 'ulid';
import * as z from 'zod/mini';
import { configured } from '../../config.ts';
import { makeKernel } from '../../container/kernel.ts';
import { makeOutgoing } from '../../container/outgoing.ts';
import { deliverMessage } from '../../use-cases/messages/deliver-message.ts';
import { handleQueue, NOTHING_FAILED } from '../handle-queue.ts';
import { whenActive } from '../when-active.ts';

const { activeRegion, access, kernel, references, messageItems: items } = makeKernel();
const office = { portalUrl: configured('portalUrl'), hotline: configured('hotline') };
const newId = () => ulid().toLowerCase();
const delivering = { kernel, references, items, access, newId, office, ...makeOutgoing() };
const body = z.object({ detail: z.object({ messageId: z.string() }) });

const consume = handleQueue(
  { completed: 'DELIVER_MESSAGE_COMPLETED', failed: 'DELIVER_MESSAGE_FAILED' },
  (event, now) => deliverMessage(delivering, body.parse(event).detail.messageId, now),
);

export const handler = whenActive(activeRegion, consume, NOTHING_FAILED);
