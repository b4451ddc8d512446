import type { Service } from '../catalogue/service.ts';
import type { DayIndex } from '../clock/calendar.ts';
import { type CaseClocks, type ClockFacts, computeCaseClocks } from '../clock/case-clocks.ts';
import { dueDateOf } from '../clock/due-date.ts';
import type { LimitRule } from '../clock/rule.ts';
import type { Author, FollowUp, MessageRequest } from '../record/version.ts';
import { accept } from '../refusal.ts';
import { nextDueAtOf } from './next-due.ts';
import type { CaseReference, CaseVerdict, NextCase } from './rule.ts';
import { stageOf } from './stage.ts';
import type { CaseClock, CaseEvent, CaseIn, CasePersonal, CaseState, Doer } from './state.ts';

interface Before {
  readonly id: string;
  readonly hall: string;
  readonly version: number;
  readonly state: CaseState;
  readonly personal: CasePersonal;
}

type More = Pick<NextCase, 'messages' | 'followUps' | 'effectiveAt'> & { readonly personal?: CasePersonal };

/** The next version of a case: a stage entered anew is dated by this version (`visit`), and what is due next is said. */
export function nextCase(before: Before, event: CaseEvent, state: CaseState, more: More = {}): NextCase {
  const entered = stageOf(state) !== stageOf(before.state);
  const visited = entered ? { ...state, visit: before.version + 1 } : state;
  const nextDueAt = nextDueAtOf(visited);
  const followUps = [...(more.followUps ?? []), ...offTheDesk(before, visited)];
  return {
    personal: before.personal,
    ...more,
    ...(followUps.length > 0 && { followUps }),
    hall: before.hall,
    event,
    state: visited,
    ...(nextDueAt === undefined ? {} : { nextDueAt }),
  };
}

/** A reviewer who has the case no longer has less open work: the roster of the team is told. */
function offTheDesk({ id, hall, state: before }: Before, after: CaseState): readonly FollowUp[] {
  const had = reviewerOf(before);
  if (had === undefined || had === reviewerOf(after)) return [];
  const to = { kind: 'roster' as const, id: `${hall}-reviewer` };
  return [{ to, command: { type: 'release', caseId: id, personId: had } }];
}

function reviewerOf(state: CaseState): string | undefined {
  return 'reviewer' in state ? state.reviewer?.personId : undefined;
}

/** The case without its reviewer, who does not get it again. */
export function withoutReviewer({ reviewer, ...rest }: CaseIn<'in-review'>, isRelated: boolean) {
  const from = reviewer?.personId ?? '';
  const unassigned = {
    ...rest,
    notAgain: [...(rest.notAgain ?? []), from],
    ...(isRelated && { recused: [...(rest.recused ?? []), from] }),
  };
  return { from, unassigned };
}

export function acceptCase(...next: Parameters<typeof nextCase>): CaseVerdict {
  return accept(nextCase(...next));
}

export function doerOf({ id, onBehalfOf }: Author): Doer {
  return onBehalfOf === undefined ? { personId: id } : { personId: id, onBehalfOf };
}

/** Whether this person, or whom they stand in for, did that earlier part: four eyes go by person, through substitutes too. */
export function isSamePerson(actor: Author, doer: Doer | undefined): boolean {
  if (doer === undefined) return false;
  const mine = [actor.id, actor.onBehalfOf];
  return [doer.personId, doer.onBehalfOf].some((person) => person !== undefined && mine.includes(person));
}

/** A message to the applicant on every channel they gave; the words are made when it is delivered. */
export function toApplicant(
  message: string,
  contacts: { mail: boolean; sms: boolean },
  statutory = false,
): MessageRequest[] {
  const on = (channel: 'mail' | 'sms') => ({
    message,
    channel,
    to: 'applicant',
    ...(statutory && { statutory }),
  });
  return [...(contacts.mail ? [on('mail')] : []), ...(contacts.sms ? [on('sms')] : [])];
}

/** The personal part with a text in its place; without one, what stood there before is said no longer. */
export function withText(personal: CasePersonal, key: string, text: string | undefined): CasePersonal {
  const { [key]: _before, ...others } = personal.texts;
  return { ...personal, texts: text === undefined ? others : { ...others, [key]: text } };
}

/** When a limit that begins now ends, for what is done online. */
export function limitEnd(rule: LimitRule, from: string, index: DayIndex): { date: string; at: string } {
  const { dueDate, dueAtOnline } = dueDateOf({ clock: 'promised', rule, receivedAt: from, index, now: from });
  return { date: dueDate, at: dueAtOnline };
}

/** By when a submission is looked at: the service's limit for a notice, else its promise; where the law itself accepts after it, that instant too. */
export function examinationLimits(
  receivedAt: string,
  { service, days }: Pick<CaseReference, 'service' | 'days'>,
) {
  const { notice, promised } = service.limits;
  const checkBy = limitEnd(notice ?? promised, receivedAt, days).at;
  const bindsByLaw = service.deemedAcceptance !== undefined && notice !== undefined;
  return { checkBy, ...(bindsByLaw && { noticeDueAt: checkBy }) };
}

export function startClock(
  { limits }: Pick<Service, 'limits'>,
  receivedAt: string,
  channel: 'online' | 'hall',
  reference: Pick<CaseReference, 'days' | 'calendarVersion'>,
): CaseClock {
  const facts: ClockFacts = {
    statutory: limits.statutory,
    promised: limits.promised,
    receivedAt,
    channel,
    pauses: [],
    extensions: [],
  };
  return clockOf(facts, computeCaseClocks(facts, reference.days, receivedAt), reference.calendarVersion);
}

/** The same clock by the calendar that stands now. */
export function clockAnew(
  { facts }: CaseClock,
  { days, calendarVersion }: Pick<CaseReference, 'days' | 'calendarVersion'>,
  now: string,
): CaseClock {
  return clockOf(facts, computeCaseClocks(facts, days, now), calendarVersion);
}

/** The legal clock stands still; one that stopped earlier keeps that instant. */
export function stopClock(clock: CaseClock, stoppedAt: string): CaseClock {
  return { ...clock, facts: { ...clock.facts, stoppedAt: clock.facts.stoppedAt ?? stoppedAt } };
}

function clockOf(
  facts: ClockFacts,
  { dueAt, dueDate, warnAt, provisional }: CaseClocks,
  calendarVersion: number,
): CaseClock {
  const { pauses, extensions, ...rest } = facts;
  return {
    facts: {
      ...rest,
      pauses: pauses.map((pause) => ({ ...pause, stops: [...pause.stops] })),
      extensions: [...extensions],
    },
    dueAt,
    dueDate,
    warnAt,
    provisional,
    calendarVersion,
  };
}
