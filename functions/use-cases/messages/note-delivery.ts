import { caseDefinition } from '../../domain/case/case.ts';
import type { MessageItem } from '../../ports/relay-store.ts';
import type { References } from '../cases/references.ts';
import { giveCommand } from '../record/give-command.ts';
import type { RecordKernel } from '../record/kernel.ts';

/**
 * Notes on the case what became of the message with its result: delivery there has an effect. A repeat carries the
 * same key and changes nothing; a case that has moved on refuses it, and that is no fault.
 */
export async function noteDelivery(
  { kernel, references }: { readonly kernel: RecordKernel; readonly references: References },
  { message, channel, messageId, ref }: MessageItem,
  outcome: 'sent' | 'delivered' | 'failed',
  now: string,
): Promise<void> {
  if (message !== 'result' || channel === 'phone') return;
  await giveCommand(kernel, caseDefinition, {
    id: ref.id,
    command: { type: 'record-delivery', channel, outcome },
    actor: { kind: 'system', id: 'deliver-message' },
    key: `${messageId}/${outcome}`,
    now,
    reference: (current) => references.forCommand(current?.state),
  });
}
