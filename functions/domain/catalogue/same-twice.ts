import type { PublishingRefusal } from './publishing-refusals.ts';

/** What may stand in a list once only, and stands there again. */
export function twice(path: string, ids: readonly string[]): readonly PublishingRefusal[] {
  const again = ids.filter((id, n) => ids.indexOf(id) !== n);
  return [...new Set(again)].map((id) => ({ path: `${path}/${id}`, kind: 'twice' }));
}
