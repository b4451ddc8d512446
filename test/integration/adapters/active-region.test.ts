import { beforeAll, describe, expect, test } from 'vitest';
import { DynamoDbActiveRegion } from '../../../functions/adapters/dynamodb/active-region.ts';
import { cloud } from '../support/cloud.ts';
import { givenOwnTable } from '../support/own-table.ts';

const NOW = '2026-03-02T01:00:00.000Z';
const SOON = '2026-03-02T01:01:00.000Z';
const LATER = '2026-03-02T01:05:00.000Z';
const given = { table: '' };

beforeAll(async () => {
  given.table = await givenOwnTable('active-region');
});

function regionOf(own: string) {
  return new DynamoDbActiveRegion(cloud.clients.documents, given.table, { own, first: 'tokyo' });
}

describe('the active-region item in a real table', () => {
  test('is begun by the first region alone, moved once of two at once, and beaten by the active region only', async () => {
    const [tokyo, osaka] = [regionOf('tokyo'), regionOf('osaka')];
    await osaka.beat(NOW);
    expect(await tokyo.regime()).toBeUndefined();
    expect([await tokyo.mayAct(NOW), await osaka.mayAct(NOW)]).toEqual([true, false]);
    await tokyo.beat(NOW);
    await tokyo.beat('2026-03-02T00:59:00.000Z');
    const first = await tokyo.regime();
    expect(first).toEqual({
      region: 'tokyo',
      epoch: 1,
      since: NOW,
      by: 'first-deployment',
      healthyAt: NOW,
    });

    const before = { region: 'tokyo', healthyAt: NOW };
    const next = { region: 'osaka', epoch: 1, since: SOON, by: 'operator', before };
    const moved = await Promise.all([osaka.replace(first, next), osaka.replace(first, next)]);
    expect(moved.filter(Boolean)).toHaveLength(1);
    await tokyo.beat(LATER);
    expect(await tokyo.regime()).toEqual(next);
    expect([await tokyo.mayAct(LATER), await osaka.mayAct(LATER)]).toEqual([false, true]);
    await osaka.beat(LATER);
    expect(await tokyo.regime()).toEqual({ ...next, healthyAt: LATER });
    expect(await osaka.replace(undefined, next)).toBe(false);
  });
});
