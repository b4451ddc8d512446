import type { MessageItem, MessageItems } from '../../ports/relay-store.ts';
import type { References } from '../cases/references.ts';
import type { RecordKernel } from '../record/kernel.ts';
import { noteDelivery } from './note-delivery.ts';

export interface DeliveryReport {
  /** Our message id from the provider's tag; found by the provider's id where the tag is lost. */
  readonly messageId?: string;
  readonly providerId: string;
  readonly outcome: 'delivered' | 'failed';
}

/** Throws while the message is not known yet: the report then waits in its queue and comes back. */
export async function takeDeliveryReport(
  given: { readonly kernel: RecordKernel; readonly references: References; readonly items: MessageItems },
  { messageId, providerId, outcome }: DeliveryReport,
  now: string,
): Promise<void> {
  const known = messageId ?? (await given.items.byProviderId(providerId));
  const item: MessageItem | undefined = known === undefined ? undefined : await given.items.message(known);
  if (item === undefined) throw new Error('A delivery report for a message that is not known yet');
  await given.items.mark(item.messageId, outcome);
  await noteDelivery(given, item, outcome, now);
}
