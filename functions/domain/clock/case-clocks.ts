import type { DayIndex } from './calendar.ts';
import { type DueDate, dueDateOf } from './due-date.ts';
import { millisecondsOf } from './local-time.ts';
import type { ClockName, Extension, LimitRule, Pause } from './rule.ts';

export type Channel = 'online' | 'hall';

/** What a case's clocks are computed from; kept in its state, so that any date can be asked "why?". */
export interface ClockFacts {
  readonly statutory: LimitRule;
  readonly promised: LimitRule;
  readonly receivedAt: string;
  readonly channel: Channel;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  /** When the clock was stopped for good by the decision. */
  readonly stoppedAt?: string;
}

export interface CaseClocks {
  readonly statutory: DueDate;
  readonly promised: DueDate;
  readonly channel: Channel;
  /** The earlier of the clocks that run; of the two, where both stand still. */
  readonly binding: ClockName;
  readonly dueAt: string;
  readonly dueDate: string;
  readonly warnAt: string;
  readonly provisional: boolean;
  readonly standsStill: boolean;
  readonly stoppedAt?: string;
}

/** Both clocks of a case. The promised limit never outlives the statutory one: the earlier date binds. */
export function computeCaseClocks(facts: ClockFacts, index: DayIndex, now: string): CaseClocks {
  const { channel, stoppedAt } = facts;
  const clock = (name: ClockName) =>
    dueDateOf({
      clock: name,
      rule: name === 'statutory' ? facts.statutory : facts.promised,
      receivedAt: facts.receivedAt,
      pauses: facts.pauses,
      extensions: name === 'statutory' ? facts.extensions : [],
      index,
      now: stoppedAt ?? now,
    });
  const statutory = clock('statutory');
  const promised = clock('promised');
  const binding = bindingOf(promised, statutory, channel);
  return {
    statutory,
    promised,
    channel,
    binding: binding.clock,
    dueAt: dueAtBy(binding, channel),
    dueDate: binding.dueDate,
    warnAt: binding.warnAt,
    provisional: binding.provisional,
    standsStill: binding.standsStill,
    ...(stoppedAt !== undefined && { stoppedAt }),
  };
}

/** The due instant of what is done by this channel. */
export function dueAtBy({ dueAtOnline, dueAtHall }: DueDate, channel: Channel): string {
  return channel === 'online' ? dueAtOnline : dueAtHall;
}

/** A clock that stands still moves on day by day, so it cannot bind while the other one runs. */
function bindingOf(promised: DueDate, statutory: DueDate, channel: Channel): DueDate {
  if (promised.standsStill !== statutory.standsStill) return promised.standsStill ? statutory : promised;
  const [promise, law] = [promised, statutory].map((clock) => millisecondsOf(dueAtBy(clock, channel)));
  return promise !== undefined && law !== undefined && law < promise ? statutory : promised;
}

type Shown = Pick<CaseClocks, 'warnAt' | 'dueAt' | 'standsStill' | 'stoppedAt'>;

export type Colour = 'green' | 'yellow' | 'red';

/**
 * Green, yellow from the warning on, red once due; a clock that stands still never turns red, and one that was
 * stopped by the decision keeps its colour. For a case and for a step alike.
 */
export function colourAt(clock: Shown, now: string): Colour {
  const stoppedAt = millisecondsOf(clock.stoppedAt ?? now);
  const at = Math.min(millisecondsOf(now), stoppedAt);
  if (!clock.standsStill && at >= millisecondsOf(clock.dueAt)) return 'red';
  return at >= millisecondsOf(clock.warnAt) ? 'yellow' : 'green';
}
