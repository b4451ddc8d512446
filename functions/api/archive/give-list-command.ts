import { giveListCommand as operation } from '../../http/contract/archive.ts';
import { route } from '../../http/route.ts';
import { giveListCommand } from '../../use-cases/archive/give-list-command.ts';
import { isRefusal } from '../../use-cases/identity/identify-colleague.ts';
import { identifyForLists } from './identify-for-lists.ts';
import type { ArchiveDesk } from './routes.ts';

export function giveListCommandRoute(desk: ArchiveDesk) {
  return route(operation, async ({ params: { listId, act }, body, now, idempotencyKey }, login) => {
    const who = await identifyForLists(desk, login, now);
    if (isRefusal(who)) return { refusal: who };
    const { seenVersion, text } = body;
    if (act === 'reject' && text === undefined) return { refusal: { kind: 'reason-missing' } };
    const command = act === 'reject' ? { type: act, text: text ?? '' } : { type: act };
    const given = { listId, command, who, key: idempotencyKey, seenVersion, now };
    const answer = await giveListCommand(desk, given);
    if (!answer.done) return { refusal: answer.refusal };
    return { answer: { version: answer.record.version.version } };
  });
}
