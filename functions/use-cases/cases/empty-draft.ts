import { isExpired } from '../../domain/case/draft-expiry.ts';
import type { CaseTypes } from '../../domain/case/rule.ts';
import type { DraftStore } from '../../ports/record-store.ts';
import type { CommandAnswer } from '../record/command-given.ts';

/**
 * A draft whose day has passed loses what was typed: the working copy is overwritten by an empty one, which a late
 * autosave finds in its way. Done again it changes nothing that anybody sees.
 */
export async function emptyExpiredDraft(
  drafts: DraftStore,
  { record }: CommandAnswer<CaseTypes>,
  now: string,
): Promise<void> {
  if (record?.key === undefined || !isExpired(record.version.state)) return;
  const ref = { kind: 'case', id: record.version.id } as const;
  const copy = await drafts.draft(ref);
  if (copy === undefined) return;
  const revision = copy.revision + 1;
  const sealed = record.key.seal({ part: 'draft', revision }, '{}');
  await drafts.keepDraft(ref, { revision, savedAt: now, sealed });
}
