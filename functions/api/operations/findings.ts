import { findingDefinition } from '../../domain/finding/finding.ts';
import { OPERATIONS_HALL } from '../../domain/operations/queues.ts';
import { NOT_FOUND } from '../../http/answers.ts';
import { giveFindingCommand, listFindings, readFinding } from '../../http/contract/registers.ts';
import { route } from '../../http/route.ts';
import { readFindingForm } from '../../use-cases/findings/finding-forms.ts';
import { isRefusal } from '../../use-cases/identity/identify-colleague.ts';
import { identifyOperator } from '../../use-cases/operations/identify-operator.ts';
import { giveCommand } from '../../use-cases/record/give-command.ts';
import { loadRecord } from '../../use-cases/record/load-record.ts';
import { listed } from './drills.ts';
import type { Operating } from './routes.ts';

const A_PAGE = 50;

/** The register of what scans and drills found. [7.1.2] */
export function findingRoutes(operating: Operating) {
  const { kernel } = operating;
  return [
    route(listFindings, async ({ query: { cursor, list = 'open' }, now }, login) => {
      const who = await identifyOperator(operating, login, now, 'see');
      if (isRefusal(who)) return { refusal: who };
      const page = { limit: A_PAGE, ...(cursor !== undefined && { cursor }) };
      const found = await operating.lists.queue(OPERATIONS_HALL, `findings-${list}`, page);
      return {
        answer: {
          items: found.records.map((one) => listed(one, isOverdue(one.card, now))),
          ...(found.cursor !== undefined && { cursor: found.cursor }),
        },
      };
    }),
    route(readFinding, async ({ params: { findingId }, now }, login) => {
      const who = await identifyOperator(operating, login, now, 'see');
      if (isRefusal(who)) return { refusal: who };
      const loaded = await loadRecord(kernel, findingDefinition, findingId);
      if (loaded === undefined) return NOT_FOUND;
      const { version, state } = loaded.version;
      return { answer: { findingId, version, state, overdue: isOverdue(state, now) } };
    }),
    route(
      giveFindingCommand,
      async ({ params: { findingId, command: type }, body, idempotencyKey, now }, login) => {
        const who = await identifyOperator(operating, login, now, 'run');
        if (isRefusal(who)) return { refusal: who };
        const { seenVersion, ...form } = body;
        const command = readFindingForm(type, form, who.session.personId);
        if (command === undefined) return { refusal: { kind: 'invalid-request' } };
        const answer = await giveCommand(kernel, findingDefinition, {
          ...{ id: findingId, command, actor: who.actor, key: idempotencyKey, now },
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

/** Open past its limit: it shows red, a critical one before all others. */
function isOverdue({ status, limit }: { status?: unknown; limit?: unknown }, now: string): boolean {
  return status === 'open' && typeof limit === 'string' && limit < now;
}
