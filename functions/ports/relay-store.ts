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

/** Up to where a record was relayed, and by which values it can be found since. */
export interface RelayedUpTo extends Position {
  readonly foundBy: readonly Finder[];
}

/** What the relay leaves behind, item by item; each is put if absent, so that a repeat from the start changes nothing. */
export interface RelayStore {
  relayedUpTo(ref: RecordRef): Promise<RelayedUpTo | undefined>;
  /** Only upwards; an older `upTo` stays without an error. */
  markRelayed(ref: RecordRef, upTo: RelayedUpTo): Promise<void>;
  /** Finds the record by these values from now on; whoever finds by one reads the record itself. */
  putFinders(ref: RecordRef, position: Position, finders: readonly Finder[]): Promise<void>;
  openMessage(item: MessageItem): Promise<void>;
  openFollowUp(item: FollowUpItem): Promise<void>;
  /** A record that could not be relayed or settled; it waits here for a person or the next round. */
  park(ref: RecordRef, why: string, at: string): Promise<void>;
  unpark(ref: RecordRef): Promise<void>;
  /** All of them: a person looks after each. */
  parked(): Promise<readonly ParkedRecord[]>;
}

export interface ParkedRecord {
  readonly ref: RecordRef;
  /** `due-effect-fails`, or the name of the error that the relay met. */
  readonly why: string;
  readonly at: string;
}

export interface MessageItems {
  /**
   * Claims a pending message, or one whose claim ran out (flagged `resent`); `undefined` when somebody else has it or
   * it is done.
   */
  claim(messageId: string, now: string, until: string): Promise<MessageItem | undefined>;
  /** Gives a claim back: the provider surely did not take the message. */
  giveBack(messageId: string): Promise<void>;
  markSent(messageId: string, providerId: string): Promise<void>;
  mark(messageId: string, status: 'delivered' | 'failed' | 'skipped'): Promise<void>;
  message(messageId: string): Promise<MessageItem | undefined>;
  byProviderId(providerId: string): Promise<string | undefined>;
}

export interface FollowUpItems {
  followUp(followUpId: string): Promise<FollowUpItem | undefined>;
  closeFollowUp(followUpId: string, status: 'done' | 'refused'): Promise<void>;
}

export interface PageOfWork<Item> {
  readonly items: readonly Item[];
  /** Where the list goes on; absent at its end. Kept between rounds, so that the oldest never starve the rest. */
  readonly next?: string;
}

export interface OpenCase extends RecordRef {
  /** Since when no token is stored. */
  readonly since: string;
}

/** A version as the log names it. */
export interface WrittenVersion extends RecordRef, Position {
  readonly eventType?: string;
}

/** Work left over, by age: the sparse lists that reconcile and the sweep walk, a page at a time. */
export interface LeftOvers {
  unsent(olderThan: string, page?: string): Promise<PageOfWork<string>>;
  openFollowUps(olderThan: string, page?: string): Promise<PageOfWork<string>>;
  withoutToken(olderThan: string, page?: string): Promise<PageOfWork<OpenCase>>;
  /** Open cases whose execution waits with a token, in no order of time: every open case is here or on the list above. */
  withToken(page?: string): Promise<PageOfWork<RecordRef>>;
  due(until: string, page?: string): Promise<PageOfWork<RecordRef>>;
  /** Versions of one shard written from an instant until another of the same UTC hour. */
  written(
    span: { readonly from: string; readonly until: string },
    shard: number,
    page?: string,
  ): Promise<PageOfWork<WrittenVersion>>;
  checkpoint(job: string): Promise<string | undefined>;
  keepCheckpoint(job: string, at: string): Promise<void>;
}
