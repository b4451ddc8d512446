import { describe, expect, test } from 'vitest';
import { drillDefinition } from '../../../functions/domain/drill/drill.ts';
import { loadRecord } from '../../../functions/use-cases/record/load-record.ts';
import { activateRegion } from '../../../functions/use-cases/region/activate-region.ts';
import { relayRecord } from '../../../functions/use-cases/relay/relay-record.ts';
import { journey, settle } from '../../support/journey.ts';
import { makeWorkshop, unrelayed, type Workshop } from '../../support/workshop.ts';
import { activateWhole, activatingIn, regimeOf, twoRegions, WISH } from './scene.ts';

const STOPS = ['submitted', 'accepted', 'assigned', 'signed', 'decided', 'made', 'told'] as const;

/** How much of the last act's work the region did before it was lost. */
const LOSSES = {
  'before its relay saw the last version': async () => {},
  'with everything it had published still in its queues': async (tokyo: Workshop) => {
    for (const ref of unrelayed(tokyo)) await relayRecord(tokyo, ref);
    tokyo.events.splice(0);
  },
  'at rest, its executions waiting': (tokyo: Workshop) => settle(tokyo),
} as const;

async function ending({ story, outbox, relayStore, workflowItems }: Workshop) {
  const { state } = await story.current();
  return {
    status: state.status,
    number: 'certificate' in state ? state.certificate?.number : undefined,
    decisions: (story.store.records.get('case/c1') ?? []).filter(
      ({ clear }) => JSON.parse(clear).event.type === 'decided',
    ).length,
    numbersTaken: (story.store.records.get('series/hall-1-sole-trader-licence') ?? []).length,
    mails: outbox.mails.map(({ subject }) => subject).sort(),
    texts: outbox.texts.length,
    unsent: [...relayStore.messages.values()].filter(({ status }) => ['pending', 'claimed'].includes(status)),
    open: [...relayStore.followUps.values()].filter(({ status }) => status === 'open'),
    listed: workflowItems.items.get('c1')?.since,
  };
}

const undisturbed = makeWorkshop();
const expected = ending(await journey(undisturbed));

/** The whole journey, Tokyo lost after a stop and Osaka activated; people go on as if nothing had been. */
async function lostAfter(stop: (typeof STOPS)[number], loss: keyof typeof LOSSES) {
  const { tokyo, osaka, item } = twoRegions();
  const stops = [...STOPS];
  let lost = false;
  await journey(osaka, 'collected', async () => {
    if (lost) return settle(osaka);
    if (stops.shift() !== stop) return settle(tokyo);
    await LOSSES[loss](tokyo);
    lost = true;
    tokyo.events.splice(0);
    osaka.story.at('2026-03-02T01:10:00.000Z');
    const answer = await activateWhole(activatingIn(osaka, item));
    expect(answer).toMatchObject({ done: true });
    await settle(osaka);
  });
  return { tokyo, osaka, item };
}

describe.each(Object.keys(LOSSES) as (keyof typeof LOSSES)[])('a region lost %s', (loss) => {
  test.each(STOPS)(
    '[R15] after a case was %s: the other carries it to its end, with one decision, one number and each message once',
    async (stop) => {
      const { osaka } = await lostAfter(stop, loss);
      expect(await ending(osaka)).toEqual(await expected);
    },
  );
});

describe('activating a region', () => {
  test('[8.2.1] files itself as a drill with its steps, figures and verdict', async () => {
    const { osaka } = await lostAfter('assigned', 'at rest, its executions waiting');
    const [name = ''] = [...osaka.story.store.records.keys()].filter((key) => key.startsWith('drill/'));
    const filed = await loadRecord(osaka.kernel, drillDefinition, name.slice('drill/'.length));
    expect(filed?.version.state).toMatchObject({ subject: 'region', status: 'finished', verdict: 'passed' });
    const { steps, figures } = Object(filed?.version.state);
    expect(steps.map((step: { name: string }) => step.name)).toEqual([
      'switch-region',
      'raise-epoch',
      'switch-edge',
      'publish-again',
      'move-executions',
      'reconcile',
      'look-again',
      'find-files',
    ]);
    expect(figures).toMatchObject({ executionsStarted: 1, openCases: 1, filesMissing: 0 });
  });

  test('goes on where it stopped when its run ended anywhere, and does no step twice', async () => {
    const { tokyo, osaka, item } = twoRegions();
    await journey(tokyo, 'assigned');
    let now = Date.parse(osaka.now());
    const clock = () => {
      now += 1000;
      return new Date(now).toISOString();
    };
    const activating = activatingIn(osaka, item, { clock });
    let runs = 0;
    for (;;) {
      // A run that ends after one piece of work, again and again.
      const answer = await activateRegion(activating, { ...WISH, until: new Date(now + 2500).toISOString() });
      runs += 1;
      if ('refused' in answer) throw new Error(answer.refused);
      if (!answer.done) continue;
      expect(new Set(answer.progress.steps.map(({ name }) => name)).size).toBe(8);
      expect(answer.progress.steps).toHaveLength(8);
      break;
    }
    expect(runs).toBeGreaterThan(5);
    expect(osaka.machine.running()).toHaveLength(1);
  });

  test('is refused where the region is active already, and to the second of two at once', async () => {
    const { osaka, tokyo, item } = twoRegions();
    expect(await activateRegion(activatingIn(tokyo, item), WISH)).toEqual({ refused: 'already-active' });
    await activateWhole(activatingIn(osaka, item));
    expect(await activateRegion(activatingIn(osaka, item), WISH)).toEqual({ refused: 'already-active' });
    const activating = activatingIn(tokyo, item);
    const { regions } = activating;
    const late = {
      ...activating,
      regions: {
        ...regions,
        beat: async () => {},
        regime: async () => regimeOf('osaka', 'before'),
        replace: regions.replace.bind(regions),
      },
    };
    expect(await activateRegion(late, WISH)).toEqual({ refused: 'switched-by-another' });
  });

  test('leaves the edge to the command that asked, and says when it is needed', async () => {
    const { osaka, item } = twoRegions();
    const { edge: _none, ...wish } = WISH;
    expect(await activateRegion(activatingIn(osaka, item), wish)).toMatchObject({
      done: false,
      needs: 'edge',
    });
    expect(item.standing?.region).toBe('osaka');
  });

  test('while the other region may still live, looks once more at what it relayed after the switch', async () => {
    const { tokyo, osaka, item } = twoRegions();
    await journey(tokyo, 'submitted');
    let now = Date.parse(osaka.now());
    const clock = () => new Date(now).toISOString();
    const activating = activatingIn(osaka, item, { clock });
    const waits: number[] = [];
    const answer = await activateWhole(
      activating,
      (seconds) => {
        waits.push(seconds);
        now += seconds * 1000;
      },
      { ...WISH, gone: false },
    );
    expect(waits).toEqual([75]);
    expect(answer).toMatchObject({ done: true });
  });

  test('[R15] and back again: the return is the same, and ends what was left of the first stay', async () => {
    const { tokyo, osaka, item } = twoRegions();
    await journey(tokyo, 'assigned');
    expect(tokyo.machine.running()).toHaveLength(1);
    await activateWhole(activatingIn(osaka, item));
    await settle(osaka);
    osaka.story.at('2026-03-02T03:00:00Z');
    await activateWhole(activatingIn(tokyo, item));
    await settle(tokyo);
    expect(tokyo.machine.running().map(({ generation }) => generation)).toEqual([3]);
    expect(item.standing).toMatchObject({ region: 'tokyo', before: { region: 'osaka' } });
    expect(tokyo.workflowItems.items.get('c1')).toMatchObject({ region: 'tokyo', generation: 3 });
  });
});
