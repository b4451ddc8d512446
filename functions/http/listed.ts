import type { ListedRecord } from '../ports/record-lists.ts';

/** A case on a list of colleagues: whom it is hidden from is nobody's to read. */
export function listed({ id, version, card: { hiddenFrom: _hiddenFrom, ...card } }: ListedRecord) {
  return { caseId: id, version, card };
}

/** A related party does not even see that the case is there. [2.2.1] */
export function isHiddenFrom({ card }: ListedRecord, personId: string): boolean {
  return typeof card.hiddenFrom === 'string' && card.hiddenFrom.split(' ').includes(personId);
}
