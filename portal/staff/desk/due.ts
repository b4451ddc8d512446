import { config } from '../../shared/config.ts';
import type { TagTone } from '../../shared/tag.tsx';

const DAY = 86_400_000;

export interface DueTold {
  readonly id: 'due.late' | 'due.today' | 'due.soon' | 'due.later';
  readonly tone: TagTone;
  readonly days: number;
}

/** How a due date stands now, told in words; the tint only repeats them. `now` in milliseconds. */
export function tellDue(dueAt: string, warnAt: string | undefined, now: number): DueTold {
  const days = calendarDaysBetween(now, Date.parse(dueAt));
  if (Date.parse(dueAt) <= now) return { id: 'due.late', tone: 'wrong', days: Math.max(1, -days) };
  if (days === 0) return { id: 'due.today', tone: 'yours', days };
  const soon = warnAt !== undefined && Date.parse(warnAt) <= now;
  return soon ? { id: 'due.soon', tone: 'yours', days } : { id: 'due.later', tone: 'quiet', days };
}

/** Midnights at the hall between two instants. */
export function calendarDaysBetween(from: number, to: number): number {
  const dateOf = (at: number) =>
    Date.parse(new Date(at).toLocaleDateString('sv-SE', { timeZone: config().timeZone }));
  return Math.round((dateOf(to) - dateOf(from)) / DAY);
}

/** The date at the hall of an instant, `YYYY-MM-DD`. */
export function dateAtHall(instant: string): string {
  return new Date(instant).toLocaleDateString('sv-SE', { timeZone: config().timeZone });
}
