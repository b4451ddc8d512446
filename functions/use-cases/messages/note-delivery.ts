import { caseDefinition } from '../../domain/case/case.ts';
import type { MessageItem } from '../../ports/relay-store.ts';
import type { References } from '../cases/references.ts';
import { giveCommand } from '../record/give-command.ts';
import type { RecordKernel } from '../record/kernel.ts';

/**
 * Notes on the case what became of a message: of the result everything, since its delivery has an effect, of all others
 * that they failed. A repeat carries the same key and changes nothing; a case that has moved on refuses it, and that is
 * no fault.
 */
export async function noteDelivery(
  { kernel, references }: { readonly kernel: RecordKernel; readonly references: References },
  { message, channel, messageId, ref }: MessageItem,
  outcome: 'sent' | 'delivered' | 'failed',
  now: string,
): Promise<void> {
  if (message !== 'result' && outcome !== 'failed') return;
  const command =
    message === 'result'
      ? { type: 'record-delivery', channel, outcome }
      : { type: 'record-failed-message', message, channel };
  await giveCommand(kernel, caseDefinition, {
    id: ref.id,
    command,
    actor: { kind: 'system', id: 'deliver-message' },
    key: `${messageId}/${outcome}`,
    now,
    reference: (current) => references.forCommand(current?.state),
  });
}
