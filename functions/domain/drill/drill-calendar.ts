/** How often a drill is held, and why; the law asks for drills "regularly" and leaves the number to the centre. [8.2.1] */
export interface DrillRule {
  readonly subject: string;
  readonly everyDays: number;
  readonly basis: string;
}

const BASIS = '個人信息保護法 §51(5); policy 8.2.1';

export const DRILL_RULES: readonly DrillRule[] = [
  { subject: 'region', everyDays: 183, basis: BASIS },
  { subject: 'restore', everyDays: 92, basis: BASIS },
  { subject: 'game-day', everyDays: 92, basis: BASIS },
];

export interface HeldDrill {
  readonly subject: string;
  readonly endedAt: string;
  readonly verdict: string;
}

export interface CalendarRow extends DrillRule {
  readonly lastHeldAt?: string;
  readonly lastVerdict?: string;
  /** Absent while none was ever held: then it is overdue since ever. */
  readonly dueBy?: string;
  readonly overdue: boolean;
}

/** What is to be held by when. A drill that failed was held all the same: what it found is in the register. */
export function drillCalendar(held: readonly HeldDrill[], now: string): readonly CalendarRow[] {
  return DRILL_RULES.map((rule) => {
    const last = held
      .filter(({ subject }) => subject === rule.subject)
      .toSorted((one, other) => (one.endedAt < other.endedAt ? 1 : -1))[0];
    if (last === undefined) return { ...rule, overdue: true };
    const dueBy = new Date(Date.parse(last.endedAt) + rule.everyDays * 86_400_000).toISOString();
    const { endedAt: lastHeldAt, verdict: lastVerdict } = last;
    return { ...rule, lastHeldAt, lastVerdict, dueBy, overdue: dueBy < now };
  });
}
