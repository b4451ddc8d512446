import type { DayIndex } from './calendar.ts';
import { type DueDate, dueDateOf } from './due-date.ts';
import type { ClockName, Extension, LimitRule, Pause } from './rule.ts';

/** What a case's clocks are computed from; kept in its state, so that any date can be asked "why?". */
export interface ClockFacts {
  readonly statutory: LimitRule;
  readonly promised: LimitRule;
  readonly receivedAt: string;
  readonly channel: 'online' | 'hall';
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  /** When the clock was stopped for good by the decision. */
  readonly stoppedAt?: string;
}

export interface CaseClocks {
  readonly statutory: DueDate;
  readonly promised: DueDate;
  /** Where both run, the earlier date binds. */
  readonly binding: ClockName;
  readonly dueAt: string;
  readonly dueDate: string;
  readonly warnAt: string;
  readonly provisional: boolean;
  readonly standsStill: boolean;
}

/** Both clocks of a case. The promised limit never outlives the statutory one: the earlier date binds. */
export function computeCaseClocks(facts: ClockFacts, index: DayIndex, now: string): CaseClocks {
  const clock = (name: ClockName) =>
    dueDateOf({
      clock: name,
      rule: name === 'statutory' ? facts.statutory : facts.promised,
      receivedAt: facts.receivedAt,
      pauses: facts.pauses,
      extensions: name === 'statutory' ? facts.extensions : [],
      index,
      now: facts.stoppedAt ?? now,
    });
  const statutory = clock('statutory');
  const promised = clock('promised');
  const binding = promised.dueDate <= statutory.dueDate ? promised : statutory;
  return {
    statutory,
    promised,
    binding: binding.clock,
    dueAt: facts.channel === 'online' ? binding.dueAtOnline : binding.dueAtHall,
    dueDate: binding.dueDate,
    warnAt: binding.warnAt,
    provisional: binding.provisional,
    standsStill: binding.standsStill,
  };
}

export type Colour = 'green' | 'yellow' | 'red';

/** Green, yellow from the warning on, red once due; a clock that stands still never turns red. */
export function colourAt(
  { warnAt, dueAt, standsStill }: Pick<CaseClocks, 'warnAt' | 'dueAt' | 'standsStill'>,
  now: string,
): Colour {
  if (standsStill) return now >= warnAt ? 'yellow' : 'green';
  if (now >= dueAt) return 'red';
  return now >= warnAt ? 'yellow' : 'green';
}
