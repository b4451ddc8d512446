import type { Service } from '../catalogue/service.ts';
import { localDate } from '../clock/local-time.ts';
import type { Outcome } from '../outcomes.ts';

/**
 * First day on which the papers of a case may be destroyed: the years its outcome is kept, counted from the first day of
 * the year after it was closed (機關檔案管理規定 counts from 1 January of the next year); null where they are kept for ever. [6.3.2]
 */
export function retainUntil(
  { retention: { rules } }: Pick<Service, 'retention'>,
  outcome: Outcome,
  closedAt: string,
  timeZone: string,
): string | null {
  const rule = rules.find(({ outcomes }) => outcomes.includes(outcome));
  // The publishing guard asks for a rule of every outcome; what has none is kept.
  if (rule === undefined || rule.years === null) return null;
  const closedIn = Number(localDate(closedAt, timeZone).slice(0, 4));
  return `${closedIn + 1 + rule.years}-01-01`;
}
