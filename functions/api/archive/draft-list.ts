import { draftDestructionList } from '../../http/contract/archive.ts';
import { route } from '../../http/route.ts';
import { giveListCommand } from '../../use-cases/archive/give-list-command.ts';
import { judgeItems } from '../../use-cases/archive/list-items.ts';
import { isRefusal } from '../../use-cases/identity/identify-colleague.ts';
import { identifyForLists } from './identify-for-lists.ts';
import type { ArchiveDesk } from './routes.ts';

/** A draft pressed twice is one list: its id comes from who drafts and the key of the request. */
export function draftListRoute(desk: ArchiveDesk) {
  return route(draftDestructionList, async ({ body, now, idempotencyKey }, login) => {
    const who = await identifyForLists(desk, login, now);
    if (isRefusal(who)) return { refusal: who };
    const { hall, personId } = who.session;
    const { caseIds, appraisal } = body;
    const { items, refusals } = await judgeItems(desk, hall, caseIds, now);
    if (items.length < caseIds.length)
      return {
        refusal: {
          kind: 'items-may-not-go',
          facts: { fields: refusals.map(({ caseId, kind }) => `${caseId}:${kind}`) },
        },
      };
    const listId = desk.kernel.sha256(`destruction-list/${personId}/${idempotencyKey}`).slice(0, 26);
    const answer = await giveListCommand(desk, {
      listId,
      command: { type: 'draft', hall, items, appraisal },
      who,
      key: idempotencyKey,
      now,
    });
    if (!answer.done) return { refusal: answer.refusal };
    return { answer: { listId, version: answer.record.version.version } };
  });
}
