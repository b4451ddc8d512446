import { caseDefinition } from '../../domain/case/case.ts';
import { findingDefinition } from '../../domain/finding/finding.ts';
import type { RecordRef } from '../../domain/record/version.ts';
import type { DraftStore } from '../../ports/record-store.ts';
import { emptyExpiredDraft } from '../cases/empty-draft.ts';
import type { References } from '../cases/references.ts';
import { giveCommand } from '../record/give-command.ts';
import type { RecordKernel } from '../record/kernel.ts';

export interface Performing {
  readonly kernel: RecordKernel;
  readonly references: References;
  readonly drafts: DraftStore;
}

/**
 * Performs what is due on a record: gives it a command that nothing accepts, since the kernel saves due effects first
 * whatever becomes of the command. Performed before, or not due any more: nothing happens. A run that died before the
 * working copy of an expired draft was emptied is delivered again, and finds the draft expired.
 */
export async function performDue(
  { kernel, references, drafts }: Performing,
  { kind, id }: RecordRef,
  now: string,
): Promise<void> {
  const command = { type: 'perform-due' } as const;
  const given = {
    id,
    command,
    actor: { kind: 'system', id: 'perform-due' },
    key: `perform-due/${now}`,
    now,
  } as const;
  if (kind === 'finding')
    await giveCommand(kernel, findingDefinition, { ...given, reference: async () => undefined });
  if (kind !== 'case') return;
  const answer = await giveCommand(kernel, caseDefinition, {
    ...given,
    reference: (current) => references.forCommand(current?.state),
  });
  await emptyExpiredDraft(drafts, answer, now);
}
