import { drillDefinition } from '../../domain/drill/drill.ts';
import type { FinishedDrill } from '../../domain/drill/drill-state.ts';
import type { Author } from '../../domain/record/version.ts';
import { giveCommand } from '../record/give-command.ts';
import type { RecordKernel } from '../record/kernel.ts';

export interface DrillToFile extends FinishedDrill {
  readonly by: Author;
  /** The planned drill that this was, where one was planned. */
  readonly planned?: string;
}

/**
 * Files a drill that a command ran, whole; answers its id, made of subject and begin: filed again it changes nothing.
 * Throws when it is refused: a passed drill with a failed step, one planned for another subject.
 */
export async function fileDrill(
  kernel: RecordKernel,
  { by, planned, subject, startedAt, ...run }: DrillToFile,
): Promise<{ readonly drillId: string }> {
  const begin = startedAt.replaceAll(/\D/gu, '').slice(0, 14);
  const drillId = planned ?? `${subject}-${begin}`;
  const answer = await giveCommand(kernel, drillDefinition, {
    id: drillId,
    command: { type: 'file', subject, startedAt, ...run },
    actor: by,
    key: `file/${subject}/${begin}`,
    now: run.endedAt,
    reference: async () => undefined,
  });
  if (!answer.done) throw new Error(`The drill was not filed: ${answer.refusal.kind}`);
  return { drillId };
}
