import type { CurrentCase } from '../../domain/case/rule.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Service } from '../../domain/catalogue/service.ts';
import type { DayIndex } from '../../domain/clock/calendar.ts';
import { dueDateOf } from '../../domain/clock/due-date.ts';
import { localDate } from '../../domain/clock/local-time.ts';
import type { EveryCaseMessage, Remedy, ResultFacts } from '../../domain/papers/message-facts.ts';

type EndedState = Extract<CaseState, { outcome: unknown; endedAt: unknown }>;
type EndedCase = Omit<CurrentCase, 'state'> & { readonly state: EndedState };
type Ending = ResultFacts extends infer Facts
  ? Facts extends unknown
    ? Omit<Facts, keyof EveryCaseMessage>
    : never
  : never;

/** How a case ended, as it is told: ground and article as the officer wrote them, the remedy as the service names it. */
export function resultFactsOf({ state, personal, at }: EndedCase, service: Service, days: DayIndex): Ending {
  const { outcome, endedAt } = state;
  const decidedOn = localDate(endedAt, days.calendar.timeZone);
  const certificateNumber = state.certificate?.number ?? '';
  const delivery = state.delivery === 'mail' ? 'mail' : 'counter';
  const ground = personal.texts.decision ?? '';
  const article = personal.texts.article ?? '';
  const instead = personal.texts['competent-authority'];
  switch (outcome) {
    case 'granted':
      return { outcome, decidedOn, certificateNumber, delivery };
    case 'granted-in-part':
      return {
        outcome,
        decidedOn,
        certificateNumber,
        delivery,
        ground,
        article,
        remedy: remedyOf(service, at, days),
      };
    case 'refused':
      return { outcome, decidedOn, ground, article, remedy: remedyOf(service, at, days) };
    case 'declined': {
      const declined = { outcome, decidedOn, ground, article, remedy: remedyOf(service, at, days) };
      return instead === undefined ? declined : { ...declined, instead };
    }
    case 'withdrawn':
      return { outcome, decidedOn };
    case 'lapsed':
      return { outcome, decidedOn, article: service.limits.answer.legalBasis };
  }
}

/** The time for a remedy runs from when the decision is told, in calendar days (行政復議法 §20, 民法典 §201 and §203). */
export function remedyOf({ remedy }: Service, toldAt: string, index: DayIndex): Remedy {
  const { body, days, legalBasis } = remedy;
  const rule = {
    amount: days,
    unit: 'calendar-day',
    starts: 'next-day',
    rollForward: true,
    warnWorkingDays: 0,
    tacit: 'none',
    legalBasis,
  } as const;
  const { dueDate } = dueDateOf({ clock: 'statutory', rule, receivedAt: toldAt, index, now: toldAt });
  return { reconsideration: { body, lastDate: dueDate, article: legalBasis } };
}
