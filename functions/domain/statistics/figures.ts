import type { Phase } from '../case/stage.ts';
import type { Measures } from '../record/definition.ts';

export const PHASES = ['draft', 'intake', 'review', 'handling', 'notification', 'archive'] as const;

/** A version as the log index tells of it. */
export interface LogEntry {
  readonly kind: string;
  readonly id: string;
  readonly at: string;
  readonly eventType: string;
  readonly measures?: Measures;
}

/** What one UTC hour changed: a pure function of its log entries, put whole and never added to. */
export interface HourFigures {
  /** `2026-03-02T01` */
  readonly hour: string;
  readonly versions: number;
  readonly submitted: number;
  readonly closed: number;
  readonly onTime: number;
  readonly late: number;
  /** Cases that came into a phase less those that left it. */
  readonly net: Readonly<Record<Phase, number>>;
}

export type Levels = Readonly<Record<Phase, number>>;

export const NO_LEVELS: Levels = { draft: 0, intake: 0, review: 0, handling: 0, notification: 0, archive: 0 };

/** The figures of an hour from its entries, in whatever order and however often one of them is told. */
export function figuresOf(hour: string, entries: readonly LogEntry[]): HourFigures {
  const net = { ...NO_LEVELS };
  const figures = { hour, versions: 0, submitted: 0, closed: 0, onTime: 0, late: 0 };
  const once = new Map(
    entries.map((entry) => [`${entry.kind}/${entry.id}/${entry.at}/${entry.eventType}`, entry]),
  );
  for (const { kind, measures = {} } of once.values()) {
    figures.versions += 1;
    if (kind !== 'case') continue;
    const from = phaseNamed(measures.from);
    const to = phaseNamed(measures.to);
    if (from !== to) {
      if (from !== undefined) net[from] -= 1;
      if (to !== undefined) net[to] += 1;
    }
    if (from === 'draft' && to === 'intake') figures.submitted += 1;
    if (from !== 'archive' && to === 'archive') figures.closed += 1;
    if (measures.onTime === true) figures.onTime += 1;
    if (measures.onTime === false) figures.late += 1;
  }
  return { ...figures, net };
}

/** How many cases stand in each phase after an hour: those before it, and what it changed. */
export function levelsAfter(before: Levels, { net }: Pick<HourFigures, 'net'>): Levels {
  const after = { ...before };
  for (const phase of PHASES) after[phase] += net[phase];
  return after;
}

/** Share of the clocks that stopped in time; nothing stopped: `undefined`, and no figure is better than a wrong one. */
export function onTimeShare(hours: readonly Pick<HourFigures, 'onTime' | 'late'>[]): number | undefined {
  const onTime = hours.reduce((sum, one) => sum + one.onTime, 0);
  const all = hours.reduce((sum, one) => sum + one.onTime + one.late, 0);
  return all === 0 ? undefined : onTime / all;
}

/** The UTC hours from one to another, both included. */
export function hoursBetween(from: string, to: string): readonly string[] {
  const hours: string[] = [];
  for (let at = Date.parse(`${from}:00:00Z`); at <= Date.parse(`${to}:00:00Z`); at += 3_600_000) {
    hours.push(new Date(at).toISOString().slice(0, 13));
  }
  return hours;
}

function phaseNamed(value: unknown): Phase | undefined {
  return PHASES.find((phase) => phase === value);
}
