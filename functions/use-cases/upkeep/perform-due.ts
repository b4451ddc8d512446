import { caseDefinition } from '../../domain/case/case.ts';
import { findingDefinition } from '../../domain/finding/finding.ts';
import type { RecordRef } from '../../domain/record/version.ts';
import type { References } from '../cases/references.ts';
import { giveCommand } from '../record/give-command.ts';
import type { RecordKernel } from '../record/kernel.ts';

export interface Performing {
  readonly kernel: RecordKernel;
  readonly references: References;
}

/**
 * Performs what is due on a record: gives it a command that nothing accepts, since the kernel saves due effects first
 * whatever becomes of the command. Performed before, or not due any more: nothing happens.
 */
export async function performDue(
  { kernel, references }: Performing,
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
  await giveCommand(kernel, caseDefinition, {
    ...given,
    reference: (current) => references.forCommand(current?.state),
  });
}
