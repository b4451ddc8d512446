import { destructionListDefinition } from '../../domain/destruction/destruction-list.ts';
import type { DestructionListState } from '../../domain/destruction/destruction-list-state.ts';
import type { Language } from '../../domain/language.ts';
import { NOT_FOUND } from '../../http/answers.ts';
import { readDestructionList } from '../../http/contract/archive.ts';
import { route } from '../../http/route.ts';
import { explainList } from '../../use-cases/archive/explain-list.ts';
import { judgeItems } from '../../use-cases/archive/list-items.ts';
import { isRefusal } from '../../use-cases/identity/identify-colleague.ts';
import { loadRecord } from '../../use-cases/record/load-record.ts';
import { hasWords } from '../../words/catalogue.ts';
import { speak } from '../../words/speak.ts';
import { identifyForLists } from './identify-for-lists.ts';
import type { ArchiveDesk } from './routes.ts';

/** A list with each of its cases judged as it is now: whoever reviews sees what a hold has stopped since. */
export function readListRoute(desk: ArchiveDesk) {
  return route(readDestructionList, async ({ params: { listId }, now, language }, login) => {
    const who = await identifyForLists(desk, login, now);
    if (isRefusal(who)) return { refusal: who };
    const loaded = await loadRecord(desk.kernel, destructionListDefinition, listId);
    if (loaded === undefined || loaded.version.hall !== who.session.hall) return NOT_FOUND;
    const { version, hall, state, personal } = loaded.version;
    const caseIds = state.items.map(({ caseId }) => caseId);
    const { refusals } = await judgeItems(desk, hall, caseIds, now);
    const by = { kind: who.actor.kind, id: who.actor.id };
    const read = { accessId: desk.newId(), at: now, by, what: 'destruction-list' };
    await desk.access.recordAccess({ kind: 'destruction-list', id: listId }, read);
    return {
      answer: {
        listId,
        version,
        status: state.status,
        appraisal: personal.appraisal,
        ...(personal.rejection !== undefined && { rejection: personal.rejection }),
        items: state.items.map((item) => ({ ...item, ...standing(item.caseId, state, refusals, language) })),
        acts: actsOf(state),
        ...(state.status === 'carried-out' && { completeOn: state.completeOn }),
        commands: explainList(loaded.version, who, refusals, now).map(({ command, refusal }) => ({
          command,
          open: refusal === undefined,
          ...(refusal && { why: said(refusal.kind, language) }),
        })),
      },
    };
  });
}

function standing(
  caseId: string,
  state: DestructionListState,
  refusals: readonly { caseId: string; kind: string }[],
  language: Language,
) {
  const carried =
    state.status === 'carried-out' ? state.results.find((one) => one.caseId === caseId) : undefined;
  const stopped = carried ? carried.why : refusals.find((one) => one.caseId === caseId)?.kind;
  const destroyed = carried?.result === 'destroyed';
  return { destroyed, ...(stopped !== undefined && !destroyed && { stopped: said(stopped, language) }) };
}

function actsOf(state: DestructionListState) {
  const done = { reviewed: undefined, approved: undefined, rejected: undefined, ...state };
  return (['drafted', 'reviewed', 'approved', 'rejected'] as const).flatMap((act) => {
    const by = done[act];
    return by === undefined ? [] : [{ act, personId: by.personId, at: by.at }];
  });
}

function said(kind: string, language: Language): string {
  return hasWords(`refusal.${kind}`) ? speak(language)(`refusal.${kind}`) : kind;
}
