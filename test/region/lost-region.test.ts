import { expect, test } from 'vitest';
import { raiseTestCloud } from '../../local/test-cloud.ts';
import { openDrill, takeOver } from '../drill/rounds.ts';

// A cloud of its own: what is taken away here no other test could give back. `npm run drill` does it with more cases,
// and the way back as well.
test('[R15] [8.2.1] a region lost amid open cases: the other carries each to its end, every version is there byte for byte, nothing is done twice, and the drill is filed', async () => {
  const { cloud, lower } = await raiseTestCloud('region', { secondRegion: true });
  try {
    const drill = await openDrill(cloud, {
      stages: [
        'draft',
        'awaiting-supplement',
        'in-review',
        'awaiting-correction',
        'make',
        'awaiting-collection',
      ],
      customers: 2,
      patienceSeconds: 180,
      say: console.log,
    });
    const { verdict, figures, breaches } = await takeOver(drill);
    expect(breaches).toEqual([]);
    expect(figures).toMatchObject({ cases: 6, carried: 6, lost: 0, doubled: 0, flagged: 0, breaches: 0 });
    expect(verdict).toBe('passed');
  } finally {
    await lower();
  }
});
