import { type CaseClocks, dueAtBy } from './case-clocks.ts';
import type { DueDate } from './due-date.ts';
import { millisecondsOf } from './local-time.ts';
import type { ClockName } from './rule.ts';

export interface ClockEvent {
  readonly at: string;
  readonly clock: ClockName;
  /** A warning, the due instant, or the end of a pause by its cap, after which all dates are computed anew. */
  readonly event: 'warning' | 'due' | 'runs-again';
}

/** The next instant after `now` at which a clock of the case changes something by itself; none once it is stopped. */
export function nextClockEvent(clocks: CaseClocks, now: string): ClockEvent | undefined {
  if (clocks.stoppedAt !== undefined) return undefined;
  return [clocks.promised, clocks.statutory]
    .flatMap((clock) => eventsOf(clock, clocks))
    .filter(({ at }) => millisecondsOf(at) > millisecondsOf(now))
    .toSorted((one, other) => millisecondsOf(one.at) - millisecondsOf(other.at))[0];
}

function eventsOf(clock: DueDate, { channel }: CaseClocks): readonly ClockEvent[] {
  const event = (what: ClockEvent['event'], at: string) => ({ at, clock: clock.clock, event: what });
  if (clock.standsStill) {
    return clock.runsAgainAt === undefined ? [] : [event('runs-again', clock.runsAgainAt)];
  }
  return [event('warning', clock.warnAt), event('due', dueAtBy(clock, channel))];
}
