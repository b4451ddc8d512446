import type { Head } from '../domain/record/head.ts';
import type { RecordRef } from '../domain/record/version.ts';

/** A record on a list: masked facts to show, found by an index that may be a moment behind. */
export interface ListedRecord extends RecordRef {
  readonly version: number;
  readonly card: Head['card'];
}

export interface ListPage {
  readonly records: readonly ListedRecord[];
  /** Opaque; give it back for the next page. Absent on the last. */
  readonly cursor?: string;
}

export interface PageOf {
  readonly limit: number;
  readonly cursor?: string;
}

/**
 * Finding records. Lists only find: whoever acts on one reads the record itself. Every list is a query, a page at
 * a time, at the same cost with ten records or ten million. Throws `BadCursor` for a cursor that is not of this list.
 */
export interface RecordLists {
  /** What waits in a queue of a hall, most urgent first. */
  queue(hall: string, queue: string, page: PageOf): Promise<ListPage>;
  /** The records of a person (customer), newest first. */
  ofPerson(personId: string, page: PageOf): Promise<ListPage>;
  /** What a colleague has on the desk, most urgent first. */
  onDesk(personId: string, page: PageOf): Promise<ListPage>;
  /** Records a value finds: a receipt number, or the MAC of an id; at most `limit`. */
  find(field: string, value: string, page: PageOf): Promise<ListPage>;
}

export class BadCursor extends Error {
  override readonly name = 'BadCursor';
}
