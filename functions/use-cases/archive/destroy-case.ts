import { caseDefinition } from '../../domain/case/case.ts';
import { destructionRefusal } from '../../domain/case/commands/destroy.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { readClearState } from '../../domain/record/read-version.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Destruction } from '../../ports/destruction.ts';
import type { References } from '../cases/references.ts';
import { giveCommand } from '../record/give-command.ts';
import type { RecordKernel } from '../record/kernel.ts';

export interface Destroying {
  readonly kernel: RecordKernel;
  readonly references: References;
  readonly destruction: Destruction;
  readonly pause: (milliseconds: number) => Promise<void>;
}

const RELAY_TRIES = 120;
const RELAY_PAUSE_MILLISECONDS = 500;

/**
 * Destroys one case: first the version that says so, by which list and when; then, once lists are made from it, the key,
 * everything beside the versions, and the papers. A run that died between is finished by the next. Answers why it was
 * kept, if it was.
 */
export async function destroyCase(
  destroying: Destroying,
  caseId: string,
  listId: string,
  now: string,
): Promise<Refusal | undefined> {
  const { destruction, kernel, references } = destroying;
  const before = await clearState(destroying, caseId);
  if (before === undefined) return { kind: 'not-found' };
  if (before.status !== 'archived') return { kind: 'not-in-this-status' };
  if (before.destroyed === undefined) {
    const refusal = destructionRefusal(before, now);
    if (refusal !== undefined) return refusal;
    if (!(await destruction.papersAreFree(caseId))) return { kind: 'archive-locked' };
    const answer = await giveCommand(kernel, caseDefinition, {
      id: caseId,
      command: { type: 'destroy', listId },
      actor: { kind: 'system', id: 'operator' },
      key: `destroy/${listId}`,
      now,
      reference: (current) => references.forCommand(current?.state),
    });
    if (!answer.done) return answer.refusal;
  }
  await untilRelayed(destroying, caseId);
  await destruction.shred({ kind: 'case', id: caseId });
  const certificate = before.certificate?.certificateId;
  await destruction.removePapers(caseId, certificate === undefined ? [] : [certificate]);
  return undefined;
}

async function clearState({ kernel }: Destroying, caseId: string): Promise<CaseState | undefined> {
  const kept = await kernel.store.newest({ kind: 'case', id: caseId });
  return kept && readClearState(caseDefinition, kept.newest).state;
}

/** The relay puts the head of the version before, if it comes later: it must have been here first. */
async function untilRelayed({ destruction, pause }: Destroying, id: string): Promise<void> {
  for (let tries = 0; tries < RELAY_TRIES; tries += 1) {
    if (await destruction.isRelayed({ kind: 'case', id })) return;
    await pause(RELAY_PAUSE_MILLISECONDS);
  }
  throw new Error(`The relay does not come to case/${id}: mend it, then carry the list out again`);
}
