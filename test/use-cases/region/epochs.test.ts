import { describe, expect, test } from 'vitest';
import { readClearPart } from '../../../functions/domain/record/read-version.ts';
import { moveSeriesOn } from '../../../functions/use-cases/certificates/move-series-on.ts';
import { giveCommand } from '../../../functions/use-cases/record/give-command.ts';
import { givenSeries, takeNumber } from '../../support/given/series.ts';
import { makeTestKernel } from '../../support/kernel.ts';

const NOW = '2026-03-02T01:00:00Z';

/** The same table in a later epoch: what activation leaves on a stage whose replicas follow later, and a restore. */
function inEpoch(epoch: number, before = makeTestKernel()) {
  return makeTestKernel({}, before.store, before.keys, { epoch, closed: false });
}

describe('an epoch that was raised', () => {
  test('is carried by the next version, whose number goes on and whose chain holds', async () => {
    const first = makeTestKernel();
    await takeNumber(first.kernel, 'certificate-1');
    const second = inEpoch(2, first);
    await takeNumber(second.kernel, 'certificate-2');
    const versions = second.store.records.get('series/hall-1-licence') ?? [];
    expect(versions.map(({ epoch, version }) => [epoch, version])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(readClearPart(versions[1] ?? expect.fail()).previousHash).toBe(versions[0]?.hash);
    expect(second.store.heads.get('series/hall-1-licence')).toMatchObject({ epoch: 2, version: 2 });
  });

  test('is never lowered by somebody who still knows the old one', async () => {
    const first = makeTestKernel();
    await takeNumber(first.kernel, 'certificate-1');
    await takeNumber(inEpoch(2, first).kernel, 'certificate-2');
    await takeNumber(first.kernel, 'certificate-3');
    const versions = first.store.records.get('series/hall-1-licence') ?? [];
    expect(versions.map(({ epoch, version }) => [epoch, version])).toEqual([
      [1, 1],
      [2, 2],
      [2, 3],
    ]);
  });

  test('takes the version a person saw in the old one for what it is', async () => {
    const first = makeTestKernel();
    await takeNumber(first.kernel, 'certificate-1');
    const second = inEpoch(2, first);
    const seen = (version: number, key: string) =>
      giveCommand(second.kernel, givenSeries.definition, {
        id: givenSeries.id,
        command: givenSeries.take(`certificate-${key}`),
        actor: { kind: 'staff', id: 'p1' },
        key,
        seen: { version },
        now: NOW,
        reference: async () => undefined,
      });
    expect(await seen(1, 'a')).toMatchObject({ done: true });
    expect(await seen(1, 'b')).toMatchObject({ done: false, refusal: { kind: 'stale' } });
    expect(await seen(2, 'c')).toMatchObject({ done: true });
  });
});

describe('while the epoch is about to be raised', () => {
  const closed = () => makeTestKernel({}, undefined, undefined, { epoch: 1, closed: true });

  test('a person is asked to come back in a minute, and nothing is written', async () => {
    const { kernel, store } = closed();
    const answer = await giveCommand(kernel, givenSeries.definition, {
      id: givenSeries.id,
      command: givenSeries.take('certificate-1'),
      actor: { kind: 'staff', id: 'p1' },
      key: 'a',
      now: NOW,
      reference: async () => undefined,
    });
    expect(answer).toMatchObject({
      done: false,
      refusal: { kind: 'closed-for-now', facts: { retryAfterSeconds: 60 } },
    });
    expect(store.records.size).toBe(0);
  });

  test('a consumer fails, so that its queue tries again', async () => {
    await expect(takeNumber(closed().kernel, 'certificate-1')).rejects.toThrow('No command is taken for now');
  });
});

describe('a number series', () => {
  const by = { seriesId: 'hall-1-licence', by: 1000, reason: 'restored', key: 'restore-1' };

  test('moves on once, and its register says which numbers were left out and why', async () => {
    const { kernel, store } = makeTestKernel();
    await takeNumber(kernel, 'certificate-1');
    expect(await moveSeriesOn(kernel, by, NOW)).toBe(true);
    expect(await moveSeriesOn(kernel, by, NOW)).toBe(true);
    expect(await takeNumber(kernel, 'certificate-2')).toBe(1002);
    const events = (store.records.get('series/hall-1-licence') ?? []).map((one) => readClearPart(one).event);
    expect(events).toEqual([
      { type: 'number-taken', number: 1, certificateId: 'certificate-1' },
      { type: 'numbers-skipped', from: 2, to: 1001, reason: 'restored' },
      { type: 'number-taken', number: 1002, certificateId: 'certificate-2' },
    ]);
  });

  test('that gave no number yet has none to leave out', async () => {
    const { kernel, store } = makeTestKernel();
    expect(await moveSeriesOn(kernel, by, NOW)).toBe(false);
    expect(store.records.size).toBe(0);
  });
});
