import { hasNewFile } from '../../domain/case/commands/supplement.ts';
import { phaseOf, turnOf } from '../../domain/case/stage.ts';
import type { CaseFile, CasePersonal, CaseState } from '../../domain/case/state.ts';
import { localDate } from '../../domain/clock/local-time.ts';
import type { Language } from '../../domain/language.ts';
import { hasWords } from '../../words/catalogue.ts';
import { speak } from '../../words/speak.ts';
import { remedyOf } from '../messages/result-facts.ts';
import type { OpenedCase } from './case-access.ts';
import { checkedBy, firstCheck } from './checked-by.ts';
import { clockView } from './clock-view.ts';

export interface OwnView {
  readonly language: Language;
  readonly now: string;
  readonly contentChecked: boolean;
  readonly draft?: { readonly revision: number; readonly answers: CasePersonal['answers'] };
}

/** A customer's own case: everything of it but what officers keep among themselves before it is told. */
export function ownCaseView(
  { current, reference }: OpenedCase,
  { language, now, contentChecked, draft }: OwnView,
) {
  const { state, personal } = current;
  const clock = clockView(state, reference.days, now, language);
  return {
    caseId: current.id,
    version: current.version,
    status: state.status,
    ...('outcome' in state && state.outcome !== undefined && { outcome: state.outcome }),
    phase: phaseOf(state),
    whoseTurn: turnOf(state),
    service: state.service,
    ...(state.status === 'draft' && {
      draft: {
        revision: draft?.revision ?? 0,
        answers: { ...draft?.answers },
        ...(state.keptUntil !== undefined && { keptUntil: state.keptUntil }),
      },
    }),
    ...(state.status !== 'draft' && {
      answers: personal.answers,
      receipt: receiptOf(state, reference, language),
    }),
    documents: state.files.map((file) => fileView(file, personal.fileNames)),
    ...(clock === undefined ? firstCheck(state, reference, language) : { clock }),
    ...noticeOf(current, language),
    ...('certificate' in state &&
      state.certificate &&
      'endedAt' in state && { certificate: { number: state.certificate.number } }),
    ...(state.status === 'awaiting-collection' && { pickUp: { keepUntil: state.keepUntil } }),
    ...decisionOf(current, reference),
    contentChecked,
  };
}

function fileView(
  { fileId, documentId, bytes, mediaType, scan, scanReason }: CaseFile,
  names: Readonly<Record<string, string>>,
) {
  const fileName = names[fileId] ?? '';
  return {
    fileId,
    documentId,
    fileName,
    bytes,
    mediaType,
    state: scan,
    ...(scanReason !== undefined && { why: scanReason }),
  };
}

function receiptOf(
  state: Exclude<CaseState, { status: 'draft' }>,
  reference: OpenedCase['reference'],
  language: Language,
) {
  return {
    number: state.receiptNumber,
    receivedAt: state.submittedAt,
    ...checkedBy(state, reference, language),
  };
}

/** What was asked in a notice or a request for correction; unseen until it was sent. */
function noticeOf({ state, personal }: OpenedCase['current'], language: Language) {
  if (state.status !== 'awaiting-supplement' && state.status !== 'awaiting-correction') return {};
  const words = speak(language);
  const items = state.deficiencies.map((deficiency) => {
    const { itemId, about, target, reason } = deficiency;
    const typed = personal.texts[`deficiency/${itemId}`];
    const said = hasWords(`reason.${reason}`) ? words(`reason.${reason}`) : reason;
    const where =
      about === 'document'
        ? { documentId: target, hasNewFile: hasNewFile(deficiency, state.files) }
        : { questionId: target };
    return { itemId, ...where, reason, text: typed === undefined ? said : `${said} ${typed}` };
  });
  return { notice: { items, respondBy: state.respondBy, consequence: 'deemed-withdrawn' } };
}

function decisionOf({ state, personal }: OpenedCase['current'], { service, days }: OpenedCase['reference']) {
  if (!('endedAt' in state)) return {};
  const decidedOn = localDate(state.endedAt, days.calendar.timeZone);
  const { decision: ground, article } = personal.texts;
  const adverse = state.outcome === 'refused' || state.outcome === 'declined';
  const remedyBy = remedyOf(service, state.endedAt, days).reconsideration.lastDate;
  return {
    decision: {
      decidedOn,
      ...(adverse && ground !== undefined && { ground }),
      ...(adverse && article !== undefined && { article }),
      ...(adverse && { remedyBy }),
    },
  };
}
