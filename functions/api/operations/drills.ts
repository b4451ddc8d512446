import { drillDefinition } from '../../domain/drill/drill.ts';
import { drillCalendar } from '../../domain/drill/drill-calendar.ts';
import { OPERATIONS_HALL } from '../../domain/operations/queues.ts';
import { NOT_FOUND } from '../../http/answers.ts';
import { giveDrillCommand, listDrills, planDrill, readDrill } from '../../http/contract/registers.ts';
import { route } from '../../http/route.ts';
import type { ListedRecord } from '../../ports/record-lists.ts';
import { readDrillForm } from '../../use-cases/drills/drill-forms.ts';
import { isRefusal } from '../../use-cases/identity/identify-colleague.ts';
import { identifyOperator } from '../../use-cases/operations/identify-operator.ts';
import { giveCommand } from '../../use-cases/record/give-command.ts';
import { loadRecord } from '../../use-cases/record/load-record.ts';
import type { Operating } from './routes.ts';

const A_PAGE = 50;

/** The drill calendar and its drills. [8.2.1] */
export function drillRoutes(operating: Operating) {
  const { kernel } = operating;
  return [
    route(listDrills, async ({ query: { cursor }, now }, login) => {
      const who = await identifyOperator(operating, login, now, 'see');
      if (isRefusal(who)) return { refusal: who };
      const open = await operating.lists.queue(OPERATIONS_HALL, 'drills-open', { limit: A_PAGE });
      const held = await heldDrills(operating, cursor);
      const latest = cursor === undefined ? held : await heldDrills(operating);
      const facts = latest.items.map(({ card: { subject, endedAt, verdict } }) => ({
        ...{ subject: String(subject), endedAt: String(endedAt), verdict: String(verdict) },
      }));
      return {
        answer: {
          calendar: [...drillCalendar(facts, now)],
          open: open.records.map((one) => listed(one, isLate(one, now))),
          held: held.items,
          ...(held.cursor !== undefined && { cursor: held.cursor }),
        },
      };
    }),
    route(readDrill, async ({ params: { drillId }, now }, login) => {
      const who = await identifyOperator(operating, login, now, 'see');
      if (isRefusal(who)) return { refusal: who };
      const loaded = await loadRecord(kernel, drillDefinition, drillId);
      if (loaded === undefined) return NOT_FOUND;
      return { answer: { drillId, version: loaded.version.version, state: loaded.version.state } };
    }),
    route(planDrill, async ({ body, idempotencyKey, now }, login) => {
      const who = await identifyOperator(operating, login, now, 'run');
      if (isRefusal(who)) return { refusal: who };
      const command = readDrillForm('plan', body);
      if (command === undefined) return { refusal: { kind: 'invalid-request' } };
      // The same key makes the same drill, whoever presses twice.
      const drillId = `plan-${kernel.sha256(`${who.session.personId}/${idempotencyKey}`).slice(0, 24)}`;
      const answer = await giveCommand(kernel, drillDefinition, {
        ...{ id: drillId, command, actor: who.actor, key: idempotencyKey, now },
        reference: async () => undefined,
      });
      return answer.done
        ? { answer: { drillId, version: answer.record.version.version } }
        : { refusal: answer.refusal };
    }),
    route(
      giveDrillCommand,
      async ({ params: { drillId, command: type }, body, idempotencyKey, now }, login) => {
        const who = await identifyOperator(operating, login, now, 'run');
        if (isRefusal(who)) return { refusal: who };
        const { seenVersion, ...form } = body;
        const command = type === 'plan' ? undefined : readDrillForm(type, form);
        if (command === undefined) return { refusal: { kind: 'invalid-request' } };
        const answer = await giveCommand(kernel, drillDefinition, {
          ...{ id: drillId, command, actor: who.actor, key: idempotencyKey, now },
          seen: { version: seenVersion },
          reference: async () => undefined,
        });
        return answer.done
          ? { answer: { version: answer.record.version.version } }
          : { refusal: answer.refusal };
      },
    ),
  ];
}

/** The drills that were held, latest first. */
export async function heldDrills({ lists }: Pick<Operating, 'lists'>, cursor?: string) {
  const page = { limit: A_PAGE, ...(cursor !== undefined && { cursor }) };
  const held = await lists.queue(OPERATIONS_HALL, 'drills-held', page);
  return {
    items: held.records.map((one) => listed(one, false)),
    ...(held.cursor !== undefined && { cursor: held.cursor }),
  };
}

/** Planned for a day that is over, and not begun. */
function isLate({ card: { status, plannedFor } }: ListedRecord, now: string): boolean {
  return status === 'planned' && typeof plannedFor === 'string' && plannedFor < now;
}

export function listed({ id, version, card }: ListedRecord, overdue: boolean) {
  return { id, version, card: { ...card }, overdue };
}
