import type { Colleagues } from '../../ports/colleagues.ts';
import type { Logins } from '../../ports/logins.ts';
import type { RecordLists } from '../../ports/record-lists.ts';
import type { AccessLog, RecordStore } from '../../ports/record-store.ts';
import type { ReceiptDesk } from '../../use-cases/proof/receipt-of.ts';
import { exportRecordRoute } from './export-record.ts';
import { readReceiptRoute } from './read-receipt.ts';

export interface Receipting {
  readonly store: RecordStore;
  readonly lists: RecordLists;
  readonly logins: Logins;
  readonly colleagues: Colleagues;
  readonly access: AccessLog;
  readonly newId: () => string;
  readonly sha256: (bytes: string | Uint8Array) => string;
  readonly proof: Omit<ReceiptDesk, 'store'>;
}

/** What is signed for one person: no personal part is opened for it, so this function has no key to any. */
export function receiptRoutes(receipting: Receipting) {
  return [readReceiptRoute(receipting), exportRecordRoute(receipting)];
}
