import { QUEUES } from '../../domain/case/head-of-case.ts';
import { drillCalendar } from '../../domain/drill/drill-calendar.ts';
import { OPERATIONS_HALL } from '../../domain/operations/queues.ts';
import { hoursBetween, type Levels, onTimeShare } from '../../domain/statistics/figures.ts';
import type { Figures, Measures } from '../../ports/figures.ts';
import type { RecordLists } from '../../ports/record-lists.ts';
import type { LeftOvers, PageOfWork, RelayStore } from '../../ports/relay-store.ts';
import { minutesBefore } from '../upkeep/minutes-before.ts';

export interface Measuring {
  readonly figures: Figures;
  readonly lists: RecordLists;
  readonly leftOvers: LeftOvers;
  readonly relay: Pick<RelayStore, 'parked'>;
  readonly measures: Measures;
  readonly halls: readonly string[];
}

/** Reconcile comes every ten minutes: what is still there after three rounds is not being mended by itself. */
const LEFT_OVER_MINUTES = 35;
const DAY_MINUTES = 24 * 60;
const HOUR = 3_600_000;

/** Measures what alarms and dashboard need, by the lists that exist for work and never by reading cases; publishes it. */
export async function measureNow(measuring: Measuring, levels: Levels, now: string): Promise<void> {
  const { figures, measures } = measuring;
  const day = hoursBetween(minutesBefore(now, DAY_MINUTES).slice(0, 13), now.slice(0, 13));
  const hours = (await Promise.all(day.map((hour) => figures.hour(hour)))).flatMap((one) =>
    one === undefined ? [] : [one.figures],
  );
  const share = onTimeShare(hours);
  const values = {
    LeftOvers: await leftOver(measuring, now),
    OldestWaitingHours: await oldestWaiting(measuring, now),
    SubmittedToday: hours.reduce((sum, { submitted }) => sum + submitted, 0),
    ClosedToday: hours.reduce((sum, { closed }) => sum + closed, 0),
    ...(share !== undefined && { OnTimeShare: share }),
    ...(await registers(measuring, now)),
  };
  await measures.publish(values, levels);
}

/** Messages, follow-ups, cases and due effects that nobody took up in time, and parked records. */
async function leftOver({ leftOvers, relay }: Measuring, now: string): Promise<number> {
  const olderThan = minutesBefore(now, LEFT_OVER_MINUTES);
  const parked = (await relay.parked()).filter(({ at }) => at < olderThan).length;
  const lists = [
    (page?: string) => leftOvers.unsent(olderThan, page),
    (page?: string) => leftOvers.openFollowUps(olderThan, page),
    (page?: string) => leftOvers.withoutToken(olderThan, page),
    (page?: string) => leftOvers.due(olderThan, page),
  ];
  const counts = await Promise.all(lists.map((read) => countOf<unknown>(read)));
  return counts.reduce((sum, one) => sum + one, parked);
}

/** Enough to ring: a list that is longer is counted no further. */
const MOST_COUNTED = 500;

async function countOf<Item>(read: (page?: string) => Promise<PageOfWork<Item>>): Promise<number> {
  let count = 0;
  let page: string | undefined;
  do {
    const { items, next } = await read(page);
    count += items.length;
    page = next;
  } while (page !== undefined && count < MOST_COUNTED);
  return count;
}

/** Of the case that each queue would give next: since how long it has been with the hall, the longest of them. */
async function oldestWaiting({ lists, halls }: Measuring, now: string): Promise<number> {
  const queues = halls.flatMap((hall) => QUEUES.map((queue) => ({ hall, queue })));
  const first = await Promise.all(queues.map(({ hall, queue }) => lists.queue(hall, queue, { limit: 1 })));
  const hours = first.flatMap(({ records }) =>
    records.map(({ card: { submittedAt } }) =>
      typeof submittedAt === 'string' ? (Date.parse(now) - Date.parse(submittedAt)) / HOUR : 0,
    ),
  );
  return Math.max(0, ...hours);
}

/** Critical findings past their limit, and drills that should have been held. */
async function registers({ lists }: Measuring, now: string) {
  const [findings, held, open] = await Promise.all(
    ['findings-open', 'drills-held', 'drills-open'].map((queue) =>
      lists.queue(OPERATIONS_HALL, queue, { limit: 50 }),
    ),
  );
  const late = (findings?.records ?? []).filter(
    ({ card }) => card.severity === 'critical' && typeof card.limit === 'string' && card.limit < now,
  );
  const facts = (held?.records ?? []).map(({ card }) => ({
    subject: String(card.subject),
    endedAt: String(card.endedAt),
    verdict: String(card.verdict),
  }));
  const planned = (open?.records ?? []).filter(
    ({ card }) => card.status === 'planned' && String(card.plannedFor) < now,
  );
  const byRule = drillCalendar(facts, now).filter(({ overdue }) => overdue);
  return { CriticalFindingsLate: late.length, DrillsLate: planned.length + byRule.length };
}
