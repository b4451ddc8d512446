import { caseDefinition } from '../../domain/case/case.ts';
import type { RecordRef } from '../../domain/record/version.ts';
import { composeMail } from '../../papers/compose-mail.ts';
import { composeSms } from '../../papers/compose-sms.ts';
import { type MailSender, NotDeliverable, type SmsSender } from '../../ports/outgoing.ts';
import type { MessageItem, MessageItems } from '../../ports/relay-store.ts';
import type { References } from '../cases/references.ts';
import type { RecordKernel } from '../record/kernel.ts';
import { loadRecord } from '../record/load-record.ts';
import { messageFactsOf } from './message-facts.ts';
import { noteDelivery } from './note-delivery.ts';
import { openVersionAt } from './open-version.ts';

export interface Delivering {
  readonly kernel: RecordKernel;
  readonly references: References;
  readonly items: MessageItems;
  readonly mail: MailSender;
  readonly sms: SmsSender;
  readonly office: { readonly portalUrl: string; readonly hotline: string };
}

/** Longer than the function may run and a report may take: a claim that is older belongs to nobody. */
const LEASE_SECONDS = 120;

export type Delivery = 'sent' | 'failed' | 'skipped' | 'not-ours';

/**
 * Sends one message, once: claimed by a conditional write, sent, then noted with the provider's id. A message whose
 * matter has moved on is skipped, unless the law demands it. Died between sending and noting: the claim runs out and
 * it is sent again, flagged; no protocol closes that window.
 */
export async function deliverMessage(
  delivering: Delivering,
  messageId: string,
  now: string,
): Promise<Delivery> {
  const until = new Date(Date.parse(now) + LEASE_SECONDS * 1000).toISOString();
  const item = await delivering.items.claim(messageId, now, until);
  if (item === undefined) return 'not-ours';
  try {
    const providerId = await send(delivering, item);
    if (providerId === undefined) {
      await delivering.items.mark(messageId, 'skipped');
      return 'skipped';
    }
    await delivering.items.markSent(messageId, providerId);
    await noteDelivery(delivering, item, 'sent', now);
    return 'sent';
  } catch (error) {
    if (!(error instanceof NotDeliverable)) throw error;
    await delivering.items.mark(messageId, 'failed');
    await noteDelivery(delivering, item, 'failed', now);
    return 'failed';
  }
}

async function send(delivering: Delivering, item: MessageItem): Promise<string | undefined> {
  const { kernel, references, office } = delivering;
  const ref: RecordRef = item.ref;
  const newest = await loadRecord(kernel, caseDefinition, ref.id);
  if (newest === undefined) throw new Error(`Message ${item.messageId} belongs to no case`);
  if (item.statutory !== true && isOver(item, newest.version.state.status)) return undefined;
  const version = await openVersionAt(kernel, newest, item.position);
  const { service, days } = await references.ofCase(version.state);
  const { language } = version.state;
  const composed = messageFactsOf(version, service, item, { messageId: item.messageId, days, ...office });
  const { mobile, email } = version.personal.answers;
  if (item.channel === 'mail') {
    if (typeof email !== 'string') throw new NotDeliverable('no address');
    const { subject, html, text } = composeMail(composed.kind, composed.facts, language);
    return delivering.mail.sendMail({ to: email, subject, html, text, messageId: item.messageId });
  }
  if (typeof mobile !== 'string') throw new NotDeliverable('no number');
  const text = composeSms(composed.kind, composed.facts, language);
  return delivering.sms.sendSms({ to: mobile, text, messageId: item.messageId });
}

/** A receipt, acceptance or pick-up notice tells nothing once the matter is closed. */
function isOver({ message }: MessageItem, status: string): boolean {
  return message !== 'result' && (status === 'closed' || status === 'archived');
}
