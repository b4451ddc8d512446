import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import * as keys from '../../functions/adapters/dynamodb/keys.ts';
import { RECORD_KINDS } from '../../functions/domain/record/version.ts';
import { journey } from '../support/journey.ts';
import { makeWorkshop, type Workshop } from '../support/workshop.ts';
import { type Figure, verdictOf } from './figure.ts';
import { keepFigures } from './keep.ts';
import { recordWrites, type Write } from './writes.ts';

const A_SECOND = 50;
const SECONDS = 20;
const HALF_THE_LIMIT = 500;
/** Of each role; two hundred cases on every desk would be 8,000 in the hall. */
const COLLEAGUES = 40;

/**
 * A hall that takes in 50 applications a second and is in balance hands on 50 at every step too: so each second holds
 * 50 whole journeys. Their items are the real ones of the journey in memory, their keys those of the real functions.
 */
test('[P8] no partition goes over half of its limit at 50 submissions a second on one hall', async () => {
  const workshop = await journey(makeWorkshop());
  const busiest = new Map<string, number>();
  for (let second = 0; second < SECONDS; second += 1) {
    const taken = new Map<string, number>();
    for (let n = 0; n < A_SECOND; n += 1) {
      for (const { partition, units } of writesOf(workshop, ulid().toLowerCase(), n)) {
        taken.set(partition, (taken.get(partition) ?? 0) + units);
      }
    }
    for (const [partition, sum] of taken) busiest.set(partition, Math.max(busiest.get(partition) ?? 0, sum));
  }
  const figures = worstOf(busiest).map(([kind, most]) => ({
    goal: 'P8' as const,
    what: `busiest partition of ${kind}`,
    measured: `${most} units a second`,
    reference: 'limit of a partition: 1,000',
    aim: `≤ ${HALF_THE_LIMIT}`,
    verdict: verdictOf(most <= HALF_THE_LIMIT),
  })) satisfies Figure[];
  await keepFigures('partitions', figures);
  expect(figures.length).toBeGreaterThan(5);
});

/** The busiest of each kind of partition: its key without what tells one from another. */
function worstOf(busiest: ReadonlyMap<string, number>): readonly [string, number][] {
  const worst = new Map<string, number>();
  for (const [partition, most] of busiest) {
    const [index = '', key = ''] = partition.split(' ');
    const kind = `${index} ${key.split('#')[0]}${index === 'gsi1' ? ` (${key.split('#').at(-1)})` : ''}`;
    worst.set(kind, Math.max(worst.get(kind) ?? 0, most));
  }
  return [...worst].toSorted(([, one], [, other]) => other - one).slice(0, 14);
}

/** Every write of one journey to records, heads and their index entries, as if its case had this id. */
function writesOf({ story, relayStore }: Workshop, suffix: string, n: number): readonly Write[] {
  const own = (id: string) => (SHARED.test(id) ? id : `${id}-${suffix}`);
  const writes: Write[] = [];
  for (const [name, versions] of story.store.records) {
    const [kindName, id = ''] = name.split('/');
    const kind = RECORD_KINDS.find((one) => one === kindName);
    if (kind !== undefined) writes.push(...recordWrites({ kind, id: own(id) }, versions));
  }
  for (const messageId of relayStore.messages.keys()) {
    const partition = `gsi6 ${keys.workKey('UNSENT', keys.shardOf(own(messageId), keys.WORK_SHARDS))}`;
    writes.push({ partition, units: 1 }, { partition, units: 1 });
  }
  for (const followUpId of relayStore.followUps.keys()) {
    const partition = `gsi6 ${keys.workKey('OPEN', keys.shardOf(own(followUpId), keys.WORK_SHARDS))}`;
    writes.push({ partition, units: 1 }, { partition, units: 1 });
  }
  return writes.map(({ partition, units }) => ({ partition: spread(partition, suffix, n), units }));
}

/** Each case has a customer of its own, and the colleagues of a role share the work. */
function spread(partition: string, suffix: string, n: number): string {
  if (partition.startsWith('gsi2 ')) return `${partition}-${suffix}`;
  return partition.startsWith('gsi6 DESK') ? `${partition}-${n % COLLEAGUES}` : partition;
}

/** Records of which a hall has one, whatever the number of its cases. */
const SHARED = /^hall-1-/;
