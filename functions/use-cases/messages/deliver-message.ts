import { applicantOf } from '../../domain/case/applicant.ts';
import { caseDefinition } from '../../domain/case/case.ts';
import { composeMail } from '../../papers/compose-mail.ts';
import { composeSms } from '../../papers/compose-sms.ts';
import { type MailSender, NotDeliverable, NotTaken, type SmsSender } from '../../ports/outgoing.ts';
import type { AccessLog } from '../../ports/record-store.ts';
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
  readonly access: Pick<AccessLog, 'recordAccess'>;
  readonly newId: () => string;
  readonly mail: MailSender;
  readonly sms: SmsSender;
  readonly office: { readonly portalUrl: string; readonly hotline: string };
}

/** Longer than the function may run (30 s) and a report may take; shorter than its queue waits before it tries again (180 s). */
const LEASE_SECONDS = 150;

const SENDER = { kind: 'system', id: 'deliver-message' } as const;

export type Delivery = 'sent' | 'failed' | 'skipped' | 'not-ours';

/**
 * Sends one message, once: claimed by a conditional write, sent, then noted with the provider's id. A message whose
 * matter has moved on is skipped, unless the law demands it. Nobody heard what became of a sending, and no report came
 * within the lease: it is sent once more, flagged (no protocol closes that window), and after that counts as failed.
 */
export async function deliverMessage(
  delivering: Delivering,
  messageId: string,
  now: string,
): Promise<Delivery> {
  const { items } = delivering;
  const standing = await items.message(messageId);
  if (standing === undefined) throw new Error('A message that is not kept yet cannot be delivered');
  const { status } = standing;
  if (status === 'skipped') return 'not-ours';
  if (status === 'sent' || status === 'delivered' || status === 'failed') {
    await noteDelivery(delivering, standing, status, now);
    return 'not-ours';
  }
  if (isLostTwice(standing, now)) return settle(delivering, standing, 'failed', now);
  const until = new Date(Date.parse(now) + LEASE_SECONDS * 1000).toISOString();
  const item = await items.claim(messageId, now, until);
  return item === undefined ? 'not-ours' : sendClaimed(delivering, item, now);
}

async function sendClaimed(delivering: Delivering, item: MessageItem, now: string): Promise<Delivery> {
  const { items } = delivering;
  try {
    const send = await prepare(delivering, item, now).catch(neverSent);
    if (send === undefined) return settle(delivering, item, 'skipped', now);
    await items.markSent(item.messageId, await send());
  } catch (error) {
    if (error instanceof NotDeliverable) return settle(delivering, item, 'failed', now);
    if (error instanceof NotTaken) await items.giveBack(item.messageId);
    throw error;
  }
  await noteDelivery(delivering, item, 'sent', now);
  return 'sent';
}

async function settle(
  delivering: Delivering,
  item: MessageItem,
  outcome: 'failed' | 'skipped',
  now: string,
): Promise<Delivery> {
  await delivering.items.mark(item.messageId, outcome);
  if (outcome === 'failed') await noteDelivery(delivering, item, outcome, now);
  return outcome;
}

/** What sends the message, ready to go; `undefined` when it tells nothing any more. */
async function prepare(
  { kernel, references, access, newId, office, mail, sms }: Delivering,
  item: MessageItem,
  now: string,
): Promise<(() => Promise<string>) | undefined> {
  const { messageId } = item;
  const newest = await loadRecord(kernel, caseDefinition, item.ref.id);
  if (newest === undefined) throw new Error(`Message ${messageId} belongs to no case`);
  if (item.statutory !== true && isOver(newest.version.state.status)) return undefined;
  const version = await openVersionAt(kernel, newest, item.position);
  // What leaves the house leaves no version: the reading is what the record knows of it. [7.2.3]
  await access.recordAccess(item.ref, { accessId: newId(), at: now, by: SENDER, what: 'message' });
  const { service, days } = await references.ofCase(version.state);
  const { language } = version.state;
  const { kind, facts } = messageFactsOf(version, service, item, { messageId, days, ...office });
  const { mobile, email } = applicantOf(service, version.personal.answers);
  if (item.channel === 'mail') {
    if (email === undefined) throw new NotDeliverable('no address');
    const composed = composeMail(kind, facts, language);
    return () => mail.sendMail({ to: email, ...composed, messageId });
  }
  if (mobile === undefined) throw new NotDeliverable('no number');
  const text = composeSms(kind, facts, language);
  return () => sms.sendSms({ to: mobile, text, messageId });
}

/** A receipt or pick-up notice tells nothing once the matter is closed. */
function isOver(status: string): boolean {
  return status === 'closed' || status === 'archived';
}

function isLostTwice({ status, resent, claimedUntil = '' }: MessageItem, now: string): boolean {
  return status === 'claimed' && resent === true && claimedUntil < now;
}

/** Whatever fails before the provider is called has surely sent nothing. */
function neverSent(error: unknown): never {
  if (error instanceof NotDeliverable) throw error;
  throw new NotTaken('not prepared', { cause: error });
}
