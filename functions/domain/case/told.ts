import type { Given } from '../record/definition.ts';
import { accept } from '../refusal.ts';
import { limitEnd, nextCase, toApplicant } from './next-case.ts';
import type { CaseReference, CaseVerdict, StatusCase } from './rule.ts';
import type { CaseEvent, CaseIn } from './state.ts';

/** Papers are filed within this many working days after closing [6.2.1]. */
const FILING_WORKING_DAYS = 10;

/** The customer knows the result: a certificate to be fetched waits at the counter, anything else closes the case. [3.7.2] */
export function told(
  current: StatusCase<'result-ready'>,
  event: CaseEvent,
  state: CaseIn<'result-ready'>,
  { now, reference }: Given<unknown, CaseReference>,
): CaseVerdict {
  const { told: _told, tellingSince: _since, callOpen: _call, ...ended } = state;
  if (state.certificate === undefined)
    return accept(nextCase(current, event, closing(ended, now, reference)));
  const keep = limitEnd(keepRule(reference), now, reference.days);
  return accept(
    nextCase(
      current,
      event,
      {
        ...ended,
        status: 'awaiting-collection',
        keepUntil: keep.date,
        keepUntilAt: keep.at,
        uncollected: false,
      },
      state.delivery === 'mail' ? {} : { messages: toApplicant('pick-up', state.contacts) },
    ),
  );
}

export function closing(
  ended: Omit<CaseIn<'closed'>, 'status' | 'closedAt' | 'fileBy'>,
  closedAt: string,
  reference: CaseReference,
): CaseIn<'closed'> {
  const { unit: _unit, ...rule } = reference.service.limits.statutory;
  const filing = { ...rule, unit: 'working-day' as const, amount: FILING_WORKING_DAYS };
  return { ...ended, status: 'closed', closedAt, fileBy: limitEnd(filing, closedAt, reference.days).date };
}

function keepRule({ service }: CaseReference) {
  return { ...service.limits.answer, unit: 'calendar-day' as const, amount: service.pickUp.keepDays };
}
