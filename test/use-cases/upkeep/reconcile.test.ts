import { describe, expect, test } from 'vitest';
import { relayRecord } from '../../../functions/use-cases/relay/relay-record.ts';
import type { Reconciled } from '../../../functions/use-cases/upkeep/reconcile.ts';
import { officer } from '../../support/given/case-story.ts';
import { journey, settle } from '../../support/journey.ts';
import { makeWorkshop, type Workshop } from '../../support/workshop.ts';
import { ref, round, setup } from './rounds.ts';

const NOTHING: Reconciled = { messages: 0, followUps: 0, workflows: 0, parked: 0, rolledOver: 0, relayed: 0 };
describe('a round that finds nothing missing', () => {
  test('changes nothing', async () => {
    const workshop = await journey(makeWorkshop(), 'signed');
    await round(workshop);
    workshop.events.length = 0;
    expect(await round(workshop, '2026-03-02T01:40:00Z')).toEqual(NOTHING);
    expect(workshop.events).toEqual([]);
  });
});

describe('[R4] what the relay never saw', () => {
  test('is found in the log and published, to the newest version', async () => {
    const workshop = await setup();
    const { version } = await workshop.story.current();
    expect((await round(workshop)).relayed).toBe(version);
    expect(workshop.relayStore.upTo.get('case/c1')?.version).toBe(version);
  });

  test('is left to the stream while it may still be on its way', async () => {
    const workshop = await setup();
    expect((await round(workshop, '2026-03-02T01:04:00Z')).relayed).toBe(0);
    const byOperator = await round(workshop, '2026-03-02T01:04:00Z', { olderThanMinutes: 0 });
    expect(byOperator.relayed).toBeGreaterThan(0);
  });

  test('is read again a quarter of an hour behind the checkpoint, since an index is filled a moment late', async () => {
    const workshop = await setup();
    workshop.checkpoints.set('reconcile/log', '2026-03-02T01:14:00.000Z');
    expect((await round(workshop)).relayed).toBeGreaterThan(0);
  });

  test('is not read behind that', async () => {
    const workshop = await setup();
    workshop.checkpoints.set('reconcile/log', '2026-03-02T01:20:00.000Z');
    expect((await round(workshop)).relayed).toBe(0);
  });

  test('after days without a relay the checkpoint comes nearer slice by slice, even when a round dies', async () => {
    const workshop = await setup();
    workshop.checkpoints.set('reconcile/log', '2026-03-01T20:00:00.000Z');
    let slices = 0;
    const leftOvers = {
      ...bound(workshop),
      keepCheckpoint: async (job: string, at: string) => {
        if (job === 'reconcile/log') slices += 1;
        if (slices > 3) throw new Error('out of time');
        workshop.checkpoints.set(job, at);
      },
    };
    await expect(round({ ...workshop, leftOvers })).rejects.toThrow('out of time');
    expect(workshop.checkpoints.get('reconcile/log')).toBe('2026-03-01T20:30:00.000Z');
    expect((await round(workshop)).relayed).toBeGreaterThan(0);
  });
});

function bound({ leftOvers }: Workshop) {
  return {
    unsent: leftOvers.unsent.bind(leftOvers),
    openFollowUps: leftOvers.openFollowUps.bind(leftOvers),
    withoutToken: leftOvers.withoutToken.bind(leftOvers),
    withToken: leftOvers.withToken.bind(leftOvers),
    due: leftOvers.due.bind(leftOvers),
    written: leftOvers.written.bind(leftOvers),
    checkpoint: leftOvers.checkpoint.bind(leftOvers),
  };
}

describe('what is past its retry', () => {
  test('[R7] unsent messages and open follow-ups are offered again, all pages of them', async () => {
    const workshop = await setup();
    await relayRecord(workshop, ref);
    workshop.events.length = 0;
    expect(await round(workshop)).toMatchObject({ messages: 4, followUps: 1 });
    await settle(workshop);
    const left = [...workshop.relayStore.messages.values()].filter(({ status }) => status === 'pending');
    expect(left).toEqual([]);
    expect(workshop.outbox.mails).toHaveLength(2);
  });

  test('what is young is left alone, unless the operator says that nothing is on its way', async () => {
    const workshop = await setup();
    await relayRecord(workshop, ref);
    expect((await round(workshop, '2026-03-02T01:01:00Z')).messages).toBe(0);
    expect((await round(workshop, '2026-03-02T01:01:00Z', { olderThanMinutes: 0 })).messages).toBe(4);
  });

  test('a list too long for one round is walked on in the next, and then begun anew', async () => {
    const workshop = await setup();
    for (let n = 0; n < 25; n += 1) {
      const item = { messageId: `m${n}`, message: 'receipt', channel: 'mail', to: 'applicant' } as const;
      const at = {
        position: { epoch: 1, version: 1 },
        status: 'pending',
        requestedAt: '2026-03-02T01:00:00Z',
      } as const;
      await workshop.relayStore.openMessage({ ...item, ...at, ref });
    }
    const offered = async () => {
      workshop.events.length = 0;
      await round(workshop);
      return workshop.events.map(({ detail }) => detail.messageId).filter((id) => String(id).startsWith('m'));
    };
    const rounds = [await offered(), await offered(), await offered()];
    expect(rounds.map((ids) => ids.length)).toEqual([20, 5, 20]);
    expect(new Set([...(rounds[0] ?? []), ...(rounds[1] ?? [])]).size).toBe(25);
  });
});

describe('[R10] executions', () => {
  test('one that died with its token stored, and of which no event told, is found and begun again', async () => {
    const workshop = await journey(makeWorkshop(), 'assigned');
    const [execution] = workshop.machine.running();
    if (execution) workshop.machine.abort(execution);
    workshop.machine.broken.length = 0;
    expect((await round(workshop)).workflows).toBe(1);
    expect([...workshop.machine.executions.keys()]).toEqual(['c1-1', 'c1-2']);
    await settle(workshop);
    expect(workshop.machine.running()[0]?.state).toBe('WaitForReview');
  });

  test('[R4] the relay switched off in mid-journey: the case goes on from where it stood', async () => {
    const workshop = await journey(makeWorkshop(), 'submitted');
    const { story } = workshop;
    await story.done(officer, { type: 'judge-document', documentId: 'identity', verdict: 'ok' });
    await story.done(officer, { type: 'judge-document', documentId: 'premises-lease', verdict: 'ok' });
    await story.done(officer, { type: 'accept' });
    expect(workshop.machine.running()[0]?.state).toBe('WaitForIntake');
    await round(workshop);
    await settle(workshop);
    expect((await story.current()).state).toMatchObject({
      status: 'in-review',
      reviewer: { personId: 'person-reviewer' },
    });
  });
});
