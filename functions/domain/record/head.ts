import type { Position, RecordKind } from './version.ts';

export type CardValue = string | number | boolean | null;

/**
 * What lists need of a record, a pure function of its newest version and never a source of truth. Lists show
 * the card: masked names, codes and dates only. A key that is no longer made takes the record off that list.
 */
export interface Head {
  readonly card: Readonly<Record<string, CardValue>>;
  /** The hall's queue it waits in; lists run by `sort` (priority, due instant). */
  readonly queue?: { readonly hall: string; readonly queue: string; readonly sort: string };
  /** The person it belongs to (the customer's own list). */
  readonly belongsTo?: { readonly personId: string; readonly sort: string };
  /** The colleague who has it on the desk. */
  readonly assignedTo?: { readonly personId: string; readonly sort: string };
  readonly nextDueAt?: string;
  /** Values a record can be found by, already MACed or public (a receipt number); written by the relay. */
  readonly finders?: readonly Finder[];
}

export interface Finder {
  readonly field: string;
  readonly value: string;
}

export interface HeadItem extends Position {
  readonly kind: RecordKind;
  readonly id: string;
  /** Version of the projection itself: raised when `headOf` changes, so that a re-index overwrites. */
  readonly projection: number;
  readonly head: Head;
}
