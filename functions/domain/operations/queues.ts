/** Drills and findings are the centre's own, not one hall's: they wait in the queues of this one. */
export const OPERATIONS_HALL = 'operations';

/** Queues run upwards by their sort key; a register of what is over begins with the latest. */
export function newestFirst(instant: string): string {
  return String(9_999_999_999_999 - Date.parse(instant)).padStart(13, '0');
}
