import type { RegionSwitch } from '../../ports/active-region.ts';
import { minutesBefore } from '../upkeep/minutes-before.ts';

/** The active region notes every ten minutes that a round went through; two missed ones and this is no delay any more. */
export const SILENT_AFTER_MINUTES = 25;

export class ActiveRegionSilent extends Error {
  override readonly name = 'ActiveRegionSilent';
}

/** Looked at from the passive region: throws when the active one has not said for long that it is well. */
export async function watchRegion(
  { regions, own, first }: { readonly regions: RegionSwitch; readonly own: string; readonly first: string },
  now: string,
): Promise<'active' | 'passive'> {
  const regime = await regions.regime();
  if ((regime?.region ?? first) === own) return 'active';
  const last = regime?.healthyAt ?? regime?.since;
  if (last !== undefined && last < minutesBefore(now, SILENT_AFTER_MINUTES)) {
    throw new ActiveRegionSilent(`${regime?.region} was last well at ${last}`);
  }
  return 'passive';
}
