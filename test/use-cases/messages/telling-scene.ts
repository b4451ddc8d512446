import { deliverMessage } from '../../../functions/use-cases/messages/deliver-message.ts';
import { takeDeliveryReport } from '../../../functions/use-cases/messages/take-delivery-report.ts';
import { relayRecord } from '../../../functions/use-cases/relay/relay-record.ts';
import type { FaultPlan } from '../../support/fakes/faults.ts';
import { bringTo, makeCaseStory, system } from '../../support/given/case-story.ts';
import { makeWorkshop, type Workshop } from '../../support/workshop.ts';

export const NOW = '2026-03-02T01:00:00Z';
export const SOON = '2026-03-02T01:01:00Z';
export const LATER = '2026-03-02T01:03:00Z';
export const MUCH_LATER = '2026-03-02T01:06:00Z';

/** A case whose result is being told: by mail (m0) and by text message (m1). */
export async function setup(plan: FaultPlan = {}) {
  const story = makeCaseStory();
  await bringTo('result-ready', story);
  await story.done(system, { type: 'tell-result' });
  const workshop = makeWorkshop(plan, story);
  await relayRecord(
    { store: story.store, relay: workshop.relayStore, bus: { publish: async () => [] } },
    { kind: 'case', id: 'c1' },
  );
  const { version } = await story.current();
  return { ...workshop, mailId: `case-c1-${version}-m0`, smsId: `case-c1-${version}-m1` };
}

export type Scene = Awaited<ReturnType<typeof setup>>;

export function deliver(workshop: Workshop, messageId: string, now = NOW) {
  return deliverMessage({ ...workshop, items: workshop.messages }, messageId, now);
}

export function report(workshop: Workshop, given: Parameters<typeof takeDeliveryReport>[1], now = NOW) {
  return takeDeliveryReport({ ...workshop, items: workshop.messages }, given, now);
}

export async function toldOf({ story }: Workshop): Promise<unknown> {
  const { state } = await story.current();
  return 'told' in state ? state.told : state.status;
}
