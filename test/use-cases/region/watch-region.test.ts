import { describe, expect, test } from 'vitest';
import { watchRegion } from '../../../functions/use-cases/region/watch-region.ts';
import { MemoryActiveRegion, type MemoryRegime } from '../../support/fakes/memory-active-region.ts';
import { regimeOf } from './scene.ts';

const NOW = '2026-03-02T01:30:00.000Z';

function watching(own: string, item: MemoryRegime) {
  return watchRegion({ regions: new MemoryActiveRegion(item, own, 'tokyo'), own, first: 'tokyo' }, NOW);
}

describe('the passive region', () => {
  test('is content while the active one says that it is well', async () => {
    expect(await watching('osaka', { standing: regimeOf('tokyo', '2026-03-02T01:10:00.000Z') })).toBe(
      'passive',
    );
    expect(await watching('osaka', {})).toBe('passive');
  });

  test('[R41] rings when two rounds of the active one are missing', async () => {
    const item = { standing: regimeOf('tokyo', '2026-03-02T01:00:00.000Z') };
    await expect(watching('osaka', item)).rejects.toThrow('tokyo was last well at 2026-03-02T01:00:00.000Z');
  });

  test('is not watched by the active one itself, whose own alarms ring', async () => {
    expect(await watching('tokyo', { standing: regimeOf('tokyo', '2026-03-02T00:00:00.000Z') })).toBe(
      'active',
    );
    expect(await watching('tokyo', {})).toBe('active');
  });
});
