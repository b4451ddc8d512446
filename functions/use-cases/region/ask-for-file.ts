import { caseDefinition } from '../../domain/case/case.ts';
import type { References } from '../cases/references.ts';
import { giveCommand } from '../record/give-command.ts';
import type { RecordKernel } from '../record/kernel.ts';

/** Asks the applicant for a file that had not arrived here; answers whether the case took it: one already decided does not. */
export async function askForFile(
  { kernel, references }: { readonly kernel: RecordKernel; readonly references: References },
  caseId: string,
  fileId: string,
  now: string,
): Promise<boolean> {
  const answer = await giveCommand(kernel, caseDefinition, {
    id: caseId,
    command: { type: 'ask-for-file', fileId },
    actor: { kind: 'system', id: 'activate-region' },
    key: `ask-for-file/${fileId}`,
    now,
    reference: (current) => references.forCommand(current?.state),
  });
  return answer.done;
}
