import { caseDefinition } from '../../domain/case/case.ts';
import { type Stage, stageOf } from '../../domain/case/stage.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { readClearState } from '../../domain/record/read-version.ts';
import type { RecordStore } from '../../ports/record-store.ts';

export interface CaseStage {
  readonly stage: Stage;
  /** Version at which the stage was entered: a token is for a stage and a visit. */
  readonly visit: number;
  readonly state: CaseState;
  readonly hall: string;
}

/** Which stage a case is in: one consistent read, no key needed. */
export async function stageOfCase(
  { store }: { readonly store: Pick<RecordStore, 'newest'> },
  caseId: string,
): Promise<CaseStage | undefined> {
  const kept = await store.newest({ kind: 'case', id: caseId });
  if (kept === undefined) return undefined;
  const { state, hall } = readClearState(caseDefinition, kept.newest);
  return { stage: stageOf(state), visit: state.visit, state, hall };
}
