import type { CaseReference } from '../../domain/case/rule.ts';
import { phaseOf, turnOf } from '../../domain/case/stage.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Answers } from '../../domain/catalogue/answers.ts';
import type { Service } from '../../domain/catalogue/service.ts';
import { visibleQuestions } from '../../domain/catalogue/visible-questions.ts';
import type { Language } from '../../domain/language.ts';
import { firstCheck } from './checked-by.ts';
import { clockView } from './clock-view.ts';

/** Whose turn, by when, why that date: the three questions of the status page, with nothing personal. */
export function trackingView(state: CaseState, reference: CaseReference, now: string, language: Language) {
  if (state.status === 'draft') return undefined;
  const { service, days } = reference;
  const clock = clockView(state, days, now, language);
  return {
    receiptNumber: state.receiptNumber,
    service: { id: service.id, name: service.names },
    status: state.status,
    ...('outcome' in state && state.outcome !== undefined && { outcome: state.outcome }),
    phase: phaseOf(state),
    whoseTurn: turnOf(state),
    submittedAt: state.submittedAt,
    ...(clock === undefined ? firstCheck(state, reference, language) : { clock }),
    ...('respondBy' in state && { respondBy: state.respondBy }),
  };
}

/** The ends of the identity numbers in the application: what an applicant without an account is asked for. */
export function secondFactsOf(service: Service, answers: Answers): readonly string[] {
  return visibleQuestions(service, answers).flatMap(({ id, type }) => {
    const answer = answers[id];
    return type === 'national-id' && typeof answer === 'string' ? [answer.slice(-4)] : [];
  });
}
