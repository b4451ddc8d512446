import type { CaseCommand } from '../../functions/domain/case/rule.ts';
import type { BusEvent } from '../../functions/ports/event-bus.ts';
import { deliverMessage } from '../../functions/use-cases/messages/deliver-message.ts';
import { takeDeliveryReport } from '../../functions/use-cases/messages/take-delivery-report.ts';
import { relayRecord } from '../../functions/use-cases/relay/relay-record.ts';
import { giveFollowUp } from '../../functions/use-cases/upkeep/give-follow-up.ts';
import { advanceWorkflow } from '../../functions/use-cases/workflow/advance-workflow.ts';
import { restartWorkflow } from '../../functions/use-cases/workflow/restart-workflow.ts';
import { Crash } from './fakes/faults.ts';
import { approver, customer, issuer, officer, reviewer, upload } from './given/case-story.ts';
import { unrelayed, type Workshop } from './workshop.ts';

/** What a queue gives its consumer: tried again after the first failure, as after a crash. */
async function tried(workshop: Workshop, work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (error) {
      // The function died once; from here on everything goes well.
      if (error instanceof Crash) workshop.line.rest();
      if (attempt === 3) throw error;
    }
  }
}

async function consume(workshop: Workshop, { type, detail }: BusEvent): Promise<void> {
  const now = workshop.now();
  if (type === 'version-written' && detail.kind === 'case') {
    await advanceWorkflow(workshop, String(detail.id), now);
  } else if (type === 'message-due') {
    await deliverMessage({ ...workshop, items: workshop.messages }, String(detail.messageId), now);
  } else if (type === 'follow-up-due') {
    await giveFollowUp({ ...workshop, items: workshop.followUps }, String(detail.followUpId), now);
  }
}

/** Stream, bus, queues and machine go on until nothing is left to do; each event may be delivered `times` over. */
export async function settle(workshop: Workshop, times = 1): Promise<void> {
  for (let rounds = 0; rounds < 100; rounds += 1) {
    await workshop.machine.settle();
    for (const { caseId } of workshop.machine.broken.splice(0)) {
      await tried(workshop, () => restartWorkflow(workshop, caseId, workshop.now()));
    }
    await workshop.machine.settle();
    for (const ref of unrelayed(workshop)) await tried(workshop, () => relayRecord(workshop, ref));
    const events = workshop.events.splice(0);
    if (events.length === 0) return;
    for (const event of events) {
      for (let time = 0; time < times; time += 1) await tried(workshop, () => consume(workshop, event));
    }
  }
  throw new Error('It never comes to rest');
}

/** SES reports of every mail it took, noted or not, that it has arrived; what nobody heard of is offered again later. */
export async function reportMails(workshop: Workshop): Promise<void> {
  const { story, outbox, relayStore } = workshop;
  for (const { messageId } of outbox.mails) {
    const report = { messageId, providerId: 'mail-0', outcome: 'delivered' } as const;
    await tried(workshop, () =>
      takeDeliveryReport({ ...workshop, items: workshop.messages }, report, workshop.now()),
    );
  }
  await settle(workshop);
  const unheard = [...relayStore.messages.values()].filter(({ status }) => status === 'claimed');
  if (unheard.length === 0) return;
  story.at(new Date(Date.parse(story.now()) + AFTER_THE_LEASE_MS).toISOString());
  for (const { messageId } of unheard) {
    await workshop.bus.publish([{ type: 'message-due', detail: { eventId: messageId, messageId } }]);
  }
  await settle(workshop);
  await reportMails(workshop);
}

const AFTER_THE_LEASE_MS = 180_000;

type Stop = 'submitted' | 'accepted' | 'assigned' | 'signed' | 'decided' | 'made' | 'told' | 'collected';
const STOPS: readonly Stop[] = [
  'submitted',
  'accepted',
  'assigned',
  'signed',
  'decided',
  'made',
  'told',
  'collected',
];

/** The main journey as people take it, everything behind the put done by the workshop; ends after a stop. */
export async function journey(
  workshop: Workshop,
  last: Stop = 'collected',
  pause: (workshop: Workshop) => Promise<void> = settle,
): Promise<Workshop> {
  const { story } = workshop;
  const ok = (documentId: string): CaseCommand => ({ type: 'judge-document', documentId, verdict: 'ok' });
  const acts: Readonly<Record<Stop, () => Promise<unknown>>> = {
    submitted: async () => {
      await story.done(customer, { type: 'open-draft', hall: 'hall-1', language: 'zh-Hant' });
      await upload(story, 'identity');
      await upload(story, 'premises-lease');
      await story.done(customer, { type: 'submit', revision: 1 });
    },
    accepted: async () => {
      await story.done(officer, ok('identity'));
      await story.done(officer, ok('premises-lease'));
      await story.done(officer, { type: 'confirm-identity', originalSeen: true });
      await story.done(officer, { type: 'accept' });
    },
    assigned: async () => {},
    signed: async () => {
      for (const { id } of story.reference.service.reviewChecklist) {
        await story.done(reviewer, { type: 'answer-review-line', lineId: id, finding: 'met' });
      }
      await story.done(reviewer, { type: 'sign-opinion', opinion: '符合規定', reauthenticated: true });
    },
    decided: () => story.done(approver, { type: 'decide', outcome: 'granted' }),
    made: () => story.done(issuer, { type: 'complete-step' }),
    told: () => story.done(issuer, { type: 'complete-step' }),
    collected: async () => {
      await reportMails(workshop);
      await story.done(issuer, { type: 'collect', collector: 'applicant' });
    },
  };
  for (const stop of STOPS) {
    await acts[stop]();
    await pause(workshop);
    if (stop === last) break;
  }
  return workshop;
}
