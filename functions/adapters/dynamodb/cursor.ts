import { BadCursor } from '../../ports/record-lists.ts';

/** A cursor is the sort key of the last entry shown: it survives entries that come and go in between. */
export function writeCursor(sortKey: string): string {
  return Buffer.from(sortKey, 'utf8').toString('base64url');
}

export function readCursor(cursor: string): string {
  const sortKey = Buffer.from(cursor, 'base64url').toString('utf8');
  if (sortKey === '' || writeCursor(sortKey) !== cursor) throw new BadCursor('not a cursor of ours');
  return sortKey;
}
