import { describe, expect, test } from 'vitest';
import { whenActive } from '../../../functions/events/when-active.ts';
import { MemoryActiveRegion, type MemoryRegime } from '../../support/fakes/memory-active-region.ts';
import { journey, settle } from '../../support/journey.ts';
import { makeWorkshop, type Workshop } from '../../support/workshop.ts';

/** Two regions over one table that answers each at once and to both alike, as strong consistency does: shown with fakes. */
function twoRegions() {
  const tokyo = makeWorkshop({}, undefined, { region: 'tokyo' });
  const osaka = makeWorkshop({}, tokyo.story, { region: 'osaka', beside: tokyo });
  return { tokyo, osaka };
}

/** Both streams bring every version, both buses and queues are worked off, at the same time. */
async function settleBoth({ tokyo, osaka }: { tokyo: Workshop; osaka: Workshop }) {
  const working = ({ events, machine }: Workshop) => events.length > 0 || machine.broken.length > 0;
  for (let rounds = 0; rounds < 50; rounds += 1) {
    await Promise.all([settle(tokyo, 2), settle(osaka, 2)]);
    if (!working(tokyo) && !working(osaka)) return;
  }
  throw new Error('The two regions never come to rest');
}

async function ending({ story, outbox, relayStore, workflowItems }: Workshop) {
  const { state } = await story.current();
  const versions = story.store.records.get('case/c1') ?? [];
  const events = versions.map(({ clear }) => String(JSON.parse(clear).event.type));
  return {
    status: state.status,
    events: events.filter((type) => !['delivery-recorded', 'call-scheduled'].includes(type)),
    number: 'certificate' in state ? state.certificate?.number : undefined,
    numbersTaken: (story.store.records.get('series/hall-1-sole-trader-licence') ?? []).length,
    mails: outbox.mails.map(({ subject }) => subject).sort(),
    texts: outbox.texts.length,
    open: [...relayStore.followUps.values()].filter(({ status }) => status === 'open'),
    listed: workflowItems.items.get('c1')?.since,
  };
}

describe('two regions that both act, as if nothing told them which is the active one', () => {
  test('[R16] do nothing twice: one decision, one number, each message once', async () => {
    const alone = makeWorkshop();
    const both = twoRegions();
    await journey(alone);
    await journey(both.tokyo, 'collected', () => settleBoth(both));
    expect(await ending(both.tokyo)).toEqual(await ending(alone));
    expect(both.osaka.machine.executions.size).toBeGreaterThan(0);
  });

  test('[R16] leave one execution that speaks for the case; those of the other region end when they next ask', async () => {
    const both = twoRegions();
    await journey(both.tokyo, 'accepted', () => settleBoth(both));
    const standing = both.tokyo.workflowItems.items.get('c1');
    const running = [...both.tokyo.machine.running(), ...both.osaka.machine.running()];
    const speaking = running.filter(({ generation }) => generation === standing?.generation);
    expect(speaking.map(({ generation }) => generation)).toEqual([standing?.generation]);
    const own = standing?.region === 'osaka' ? both.osaka : both.tokyo;
    expect(own.machine.running().map(({ generation }) => generation)).toContain(standing?.generation);
  });
});

describe('the active-region item', () => {
  const at = (second: number) => `2026-03-02T01:00:${String(second).padStart(2, '0')}.000Z`;
  const osakaFrom = (since: string) => ({ region: 'osaka', epoch: 1, since, by: 'operator' });

  test('is the first region until somebody activates another', async () => {
    const item: MemoryRegime = {};
    expect(await new MemoryActiveRegion(item, 'tokyo', 'tokyo').mayAct(at(0))).toBe(true);
    expect(await new MemoryActiveRegion(item, 'osaka', 'tokyo').mayAct(at(0))).toBe(false);
  });

  test('[R16] stops the passive region at its next read, ten seconds later at most', async () => {
    const item: MemoryRegime = {};
    const tokyo = new MemoryActiveRegion(item, 'tokyo', 'tokyo');
    expect(await tokyo.mayAct(at(0))).toBe(true);
    item.standing = osakaFrom(at(1));
    expect(await tokyo.mayAct(at(9))).toBe(true);
    expect(await tokyo.mayAct(at(10))).toBe(false);
    expect(tokyo.reads).toBe(2);
  });

  test('[R16] makes a passive consumer acknowledge without acting', async () => {
    const acts: string[] = [];
    const item: MemoryRegime = { standing: osakaFrom(at(0)) };
    const consume = async (event: string) => {
      acts.push(event);
      return 'acted';
    };
    const tokyo = whenActive(new MemoryActiveRegion(item, 'tokyo', 'tokyo'), consume, 'acknowledged');
    const osaka = whenActive(new MemoryActiveRegion(item, 'osaka', 'tokyo'), consume, 'acknowledged');
    expect([await tokyo('one'), await osaka('two')]).toEqual(['acknowledged', 'acted']);
    expect(acts).toEqual(['two']);
  });

  test('[R16] is a fence: a region that has lost the quorum acts no more, and what came is tried again', async () => {
    const item: MemoryRegime = { lost: new Set(['tokyo']) };
    const acts: string[] = [];
    const tokyo = whenActive(
      new MemoryActiveRegion(item, 'tokyo', 'tokyo'),
      async (event: string) => void acts.push(event),
      undefined,
    );
    await expect(tokyo('one')).rejects.toThrow('cannot reach the quorum');
    expect(acts).toEqual([]);
  });

  test('is not moved by the heartbeat of a region that is no longer active', async () => {
    const item: MemoryRegime = { standing: osakaFrom(at(5)) };
    await new MemoryActiveRegion(item, 'tokyo', 'tokyo').beat(at(6));
    await new MemoryActiveRegion(item, 'osaka', 'tokyo').beat(at(7));
    expect(item.standing).toEqual({ ...osakaFrom(at(5)), healthyAt: at(7) });
  });
});
