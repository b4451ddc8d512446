import type { Finder } from '../domain/record/head.ts';
import type { MessageRequest, Position, RecordRef } from '../domain/record/version.ts';

/** A message that a version asked for. It holds no personal data: whoever delivers it reads the version again. */
export interface MessageItem extends MessageRequest {
  readonly messageId: string;
  readonly ref: RecordRef;
  readonly position: Position;
  readonly status: 'pending' | 'claimed' | 'sent' | 'delivered' | 'failed' | 'skipped';
  readonly requestedAt: string;
  readonly claimedUntil?: string;
  readonly providerId?: string;
  /** Sent again because nobody noted the first sending; the one window no protocol closes. */
  readonly resent?: boolean;
}

/** A command that must follow on another record. */
export interface FollowUpItem {
  readonly followUpId: string;
  readonly from: RecordRef;
  readonly position: Position;
  readonly to: RecordRef;
  readonly command: { readonly type: string; readonly [fact: string]: unknown };
  readonly onRefusal?: string;
  readonly status: 'open' | 'done' | 'refused';
  readonly openedAt: string;
}

/** What the relay leaves behind, item by item; each is put if absent, so that a repeat from the start changes nothing. */
export interface RelayStore {
  relayedUpTo(ref: RecordRef): Promise<Position | undefined>;
  /** Only upwards; an older `upTo` stays without an error. */
  markRelayed(ref: RecordRef, upTo: Position): Promise<void>;
  /** Finds the record by these values from now on, and by no others. */
  putFinders(ref: RecordRef, position: Position, finders: readonly Finder[]): Promise<void>;
  openMessage(item: MessageItem): Promise<void>;
  openFollowUp(item: FollowUpItem): Promise<void>;
  /** A record that could not be relayed or settled; it waits here for a person or the next round. */
  park(ref: RecordRef, why: string, at: string): Promise<void>;
  unpark(ref: RecordRef): Promise<void>;
  parked(): Promise<readonly { readonly ref: RecordRef; readonly why: string; readonly at: string }[]>;
}

export interface MessageItems {
  /** Claims a pending message, or one whose claim ran out; `undefined` when somebody else has it or it is done. */
  claim(messageId: string, now: string, until: string): Promise<MessageItem | undefined>;
  markSent(messageId: string, providerId: string): Promise<void>;
  mark(messageId: string, status: 'delivered' | 'failed' | 'skipped'): Promise<void>;
  message(messageId: string): Promise<MessageItem | undefined>;
  byProviderId(providerId: string): Promise<string | undefined>;
}

export interface FollowUpItems {
  followUp(followUpId: string): Promise<FollowUpItem | undefined>;
  closeFollowUp(followUpId: string, status: 'done' | 'refused'): Promise<void>;
}

/** Work left over, by age: the sparse lists that reconcile walks. */
export interface LeftOvers {
  unsent(olderThan: string): Promise<readonly string[]>;
  openFollowUps(olderThan: string): Promise<readonly string[]>;
  withoutToken(olderThan: string): Promise<readonly RecordRef[]>;
  due(until: string, page?: string): Promise<{ readonly refs: readonly RecordRef[]; readonly next?: string }>;
  /** Versions written in a UTC hour, of one shard. */
  written(
    hour: string,
    shard: number,
    page?: string,
  ): Promise<{
    readonly versions: readonly (RecordRef & Position)[];
    readonly next?: string;
  }>;
  checkpoint(job: string): Promise<string | undefined>;
  keepCheckpoint(job: string, at: string): Promise<void>;
}
