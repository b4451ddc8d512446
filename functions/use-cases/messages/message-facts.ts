import { applicantOf } from '../../domain/case/applicant.ts';
import { FILE_LOST, isLost } from '../../domain/case/commands/ask-for-file.ts';
import type { CurrentCase } from '../../domain/case/rule.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Service } from '../../domain/catalogue/service.ts';
import type { DayIndex } from '../../domain/clock/calendar.ts';
import { computeCaseClocks } from '../../domain/clock/case-clocks.ts';
import { dueDateOf } from '../../domain/clock/due-date.ts';
import type { LimitRule } from '../../domain/clock/rule.ts';
import type { EveryCaseMessage, ExplainedDate, MessageToWrite } from '../../domain/papers/message-facts.ts';
import { inEachLanguage } from '../../words/speak.ts';
import { openItemsOf, reasonOf } from './open-items.ts';
import { resultFactsOf } from './result-facts.ts';

/** What a message needs beside the case and its service. */
export interface MessageContext {
  readonly messageId: string;
  readonly days: DayIndex;
  readonly portalUrl: string;
  readonly hotline: string;
}

/** What the message that this version of a case asked for has to say; throws on a message its status cannot ask for. */
export function messageFactsOf(
  version: CurrentCase,
  service: Service,
  { message }: { readonly message: string },
  context: MessageContext,
): MessageToWrite {
  const { state, event, personal } = version;
  const every = everyMessage(version, service, context);
  const answerBy = () => explained(service.limits.answer, version.effectiveAt, context.days);
  const silence = { consequence: 'deemed-withdrawn', article: service.limits.answer.legalBasis } as const;
  if (message === 'receipt' && 'submittedAt' in state) {
    const { notice, promised } = service.limits;
    const checkedBy = explained(notice ?? promised, state.submittedAt, context.days);
    return { kind: message, facts: { ...every, receivedAt: state.submittedAt, checkedBy } };
  }
  if (message === 'notice' && state.status === 'awaiting-supplement') {
    const items = openItemsOf(state.deficiencies, service, personal);
    const further = typeof event.secondNoticeReason === 'string' ? event.secondNoticeReason : undefined;
    const furtherBecause = further === undefined ? {} : { furtherBecause: reasonOf(further) };
    return { kind: message, facts: { ...every, items, respondBy: answerBy(), silence, ...furtherBecause } };
  }
  if (message === 'correction' && state.status === 'awaiting-correction') {
    const items = openItemsOf(state.deficiencies, service, personal);
    const { statutory } = computeCaseClocks(state.clock.facts, context.days, version.at);
    const facts = { ...every, items, respondBy: answerBy(), silence, statutoryDueDate: statutory.dueDate };
    return { kind: message, facts };
  }
  if (message === FILE_LOST)
    return { kind: FILE_LOST, facts: { ...every, items: lostFiles(state, service) } };
  if (message === 'acceptance' && state.status === 'in-review') {
    const { statutory, promised } = computeCaseClocks(state.clock.facts, context.days, version.at);
    const { legalBasis: article } = state.clock.facts.statutory;
    const facts = {
      ...every,
      acceptedAt: version.effectiveAt,
      promised,
      statutory: { ...statutory, article },
    };
    return { kind: message, facts };
  }
  if (message === 'result' && 'outcome' in state && 'endedAt' in state) {
    return {
      kind: message,
      facts: { ...every, ...resultFactsOf({ ...version, state }, service, context.days) },
    };
  }
  if (message === 'pick-up' && state.status === 'awaiting-collection') {
    const { place, hours, bring } = service.pickUp;
    const facts = { ...every, place, hours, bring: [bring], lastDay: state.keepUntil, mailPossible: false };
    return { kind: message, facts };
  }
  throw new Error(`A case that is ${state.status} asks for no message "${message}"`);
}

function everyMessage(
  { id, state, personal }: CurrentCase,
  service: Service,
  { messageId, days, portalUrl, hotline }: MessageContext,
): EveryCaseMessage {
  return {
    messageId,
    hall: { name: inEachLanguage('mail.centre'), timeZone: days.calendar.timeZone, hotline },
    caseNumber: receiptNumberOf(state),
    service: service.names,
    addressee: applicantOf(service, personal.answers).name ?? '',
    caseUrl: `${portalUrl}/cases/${id}`,
  };
}

function receiptNumberOf(state: CaseState): string {
  if (state.status === 'draft') throw new Error('A draft has no number and sends no message');
  return state.receiptNumber;
}

function explained(rule: LimitRule, receivedAt: string, index: DayIndex): ExplainedDate {
  return dueDateOf({ clock: 'promised', rule, receivedAt, index, now: receivedAt });
}

/** Each paper once, however many of its files were lost. */
function lostFiles({ files }: CaseState, { documents }: Service) {
  const papers = new Set(files.filter(isLost).map(({ documentId }) => documentId));
  return documents
    .filter(({ id }) => papers.has(id))
    .map(({ name }) => ({ what: name, why: reasonOf(FILE_LOST) }));
}
