import { caseDefinition } from '../../domain/case/case.ts';
import { mayRead } from '../../domain/permissions.ts';
import { readClearPart, readClearState } from '../../domain/record/read-version.ts';
import type { Position } from '../../domain/record/version.ts';
import { NOT_FOUND } from '../../http/answers.ts';
import { readHistory } from '../../http/contract/cases.ts';
import { route } from '../../http/route.ts';
import { identifyColleague, isRefusal } from '../../use-cases/identity/identify-colleague.ts';
import type { StaffCases } from './routes.ts';

/** What happened, newest first, 25 a page: who, when, what; the versions themselves are the history. */
export function readHistoryRoute(cases: StaffCases) {
  return route(readHistory, async ({ params: { caseId }, query: { cursor }, now }, login) => {
    const who = await identifyColleague(cases, login, now, true);
    if (isRefusal(who)) return { refusal: who };
    const ref = { kind: 'case', id: caseId } as const;
    const kept = await cases.store.newest(ref);
    if (kept === undefined || !mayRead(who.asker, readClearState(caseDefinition, kept.newest)))
      return NOT_FOUND;
    if (cursor !== undefined && !/^(\d{1,3}\.)?\d{1,9}$/.test(cursor))
      return { refusal: { kind: 'bad-cursor' } };
    const before = cursor === undefined ? undefined : positionOf(cursor);
    const page = await cases.store.history(ref, before);
    const items = page.versions.map((one) => {
      const { version, at, effectiveAt, by, event } = readClearPart(one);
      return { version, at, effectiveAt, by, event: eventType(event) };
    });
    return { answer: { items, ...(page.before && { cursor: cursorOf(page.before) }) } };
  });
}

/** The version's number, before it the epoch where there was more than one. */
function cursorOf({ epoch, version }: Position): string {
  return epoch === 1 ? String(version) : `${epoch}.${version}`;
}

function positionOf(cursor: string): Position {
  const [version, epoch = '1'] = cursor.split('.').reverse();
  return { epoch: Number(epoch), version: Number(version) };
}

function eventType(event: unknown): string {
  return typeof event === 'object' && event !== null && 'type' in event ? String(event.type) : 'unknown';
}
