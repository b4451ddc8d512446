import type { Finder } from '../../../functions/domain/record/head.ts';
import { isLater, type Position, type RecordRef } from '../../../functions/domain/record/version.ts';
import type {
  FollowUpItem,
  FollowUpItems,
  MessageItem,
  MessageItems,
  ParkedRecord,
  RelayedUpTo,
  RelayStore,
} from '../../../functions/ports/relay-store.ts';

const name = ({ kind, id }: RecordRef) => `${kind}/${id}`;

/** What the relay leaves behind, in memory, keeping the promises of the ports; everything in it can be looked at. */
export class MemoryRelayStore implements RelayStore, MessageItems, FollowUpItems {
  readonly upTo = new Map<string, RelayedUpTo>();
  readonly finders = new Map<string, readonly Finder[]>();
  readonly messages = new Map<string, MessageItem>();
  readonly followUps = new Map<string, FollowUpItem>();
  readonly aside = new Map<string, ParkedRecord>();

  async relayedUpTo(ref: RecordRef) {
    return this.upTo.get(name(ref));
  }

  async markRelayed(ref: RecordRef, { epoch, version, foundBy }: RelayedUpTo) {
    const standing = this.upTo.get(name(ref));
    if (standing === undefined || isLater({ epoch, version }, standing))
      this.upTo.set(name(ref), { epoch, version, foundBy });
  }

  async putFinders(ref: RecordRef, _position: Position, finders: readonly Finder[]) {
    const others = (this.finders.get(name(ref)) ?? []).filter(
      ({ field }) => !finders.some((one) => one.field === field),
    );
    this.finders.set(name(ref), [...others, ...finders]);
  }

  async openMessage(item: MessageItem) {
    if (!this.messages.has(item.messageId)) this.messages.set(item.messageId, item);
  }

  async openFollowUp(item: FollowUpItem) {
    if (!this.followUps.has(item.followUpId)) this.followUps.set(item.followUpId, item);
  }

  async park(ref: RecordRef, why: string, at: string) {
    this.aside.set(name(ref), { ref, why, at });
  }

  async unpark(ref: RecordRef) {
    this.aside.delete(name(ref));
  }

  async parked() {
    return [...this.aside.values()];
  }

  async claim(messageId: string, now: string, until: string) {
    const before = this.messages.get(messageId);
    if (before === undefined) throw new Error('A message that is not kept yet cannot be claimed');
    const ranOut = before.status === 'claimed' && (before.claimedUntil ?? '') < now;
    if (before.status !== 'pending' && !ranOut) return undefined;
    const resent = ranOut || before.resent === true;
    const claimed: MessageItem = { ...before, status: 'claimed', claimedUntil: until, resent };
    this.messages.set(messageId, claimed);
    return claimed;
  }

  async giveBack(messageId: string) {
    this.#change(messageId, ['claimed'], { status: 'pending' });
  }

  async markSent(messageId: string, providerId: string) {
    this.#change(messageId, ['claimed'], { status: 'sent', providerId });
  }

  async mark(messageId: string, status: 'delivered' | 'failed' | 'skipped') {
    this.#change(messageId, ['pending', 'claimed', 'sent', 'delivered', 'skipped'], { status });
  }

  async message(messageId: string) {
    return this.messages.get(messageId);
  }

  async byProviderId(providerId: string) {
    return [...this.messages.values()].find((one) => one.providerId === providerId)?.messageId;
  }

  async followUp(followUpId: string) {
    return this.followUps.get(followUpId);
  }

  async closeFollowUp(followUpId: string, status: 'done' | 'refused') {
    const item = this.followUps.get(followUpId);
    if (item !== undefined) this.followUps.set(followUpId, { ...item, status });
  }

  #change(messageId: string, from: readonly MessageItem['status'][], changed: Partial<MessageItem>) {
    const item = this.messages.get(messageId);
    if (item !== undefined && from.includes(item.status))
      this.messages.set(messageId, { ...item, ...changed });
  }
}
