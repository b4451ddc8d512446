import { caseDefinition } from '../../domain/case/case.ts';
import { destructionRefusal } from '../../domain/case/commands/destroy.ts';
import type { ItemRefusal, ListItem } from '../../domain/destruction/destruction-list-state.ts';
import { readClearState } from '../../domain/record/read-version.ts';
import type { RecordStore } from '../../ports/record-store.ts';

export interface JudgedItems {
  readonly items: readonly ListItem[];
  readonly refusals: readonly ItemRefusal[];
}

/** The cases of a list as they are now, read one by one, and why any of them may not be destroyed. */
export async function judgeItems(
  { store }: { readonly store: Pick<RecordStore, 'newest'> },
  hall: string,
  caseIds: readonly string[],
  now: string,
): Promise<JudgedItems> {
  const items: ListItem[] = [];
  const refusals: ItemRefusal[] = [];
  for (const caseId of caseIds) {
    const kept = await store.newest({ kind: 'case', id: caseId });
    const read = kept && readClearState(caseDefinition, kept.newest);
    if (read === undefined || read.hall !== hall || read.state.status !== 'archived') {
      refusals.push({ caseId, kind: 'not-found' });
      continue;
    }
    const { state } = read;
    const refusal =
      state.destroyed === undefined ? destructionRefusal(state, now) : { kind: 'record-destroyed' };
    if (refusal !== undefined) refusals.push({ caseId, kind: refusal.kind });
    const { receiptNumber, service, outcome, retainUntil } = state;
    items.push({ caseId, receiptNumber, service: service.id, outcome, retainUntil: retainUntil ?? '' });
  }
  return { items, refusals };
}
