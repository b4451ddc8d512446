import { type Health, healthOf } from '../../domain/health/health.ts';
import type { ActiveRegion } from '../../ports/active-region.ts';
import type { Alarms } from '../../ports/alarms.ts';

export interface AskingHealth {
  readonly alarms: Alarms;
  readonly activeRegion: ActiveRegion;
}

/** The health as it is now. Where the table cannot be read nobody acts, and that is what is told. */
export async function askHealth({ alarms, activeRegion }: AskingHealth, now: string): Promise<Health> {
  const mayAct = await activeRegion.mayAct(now).catch(() => false);
  return healthOf(await alarms.ringing(), mayAct);
}
