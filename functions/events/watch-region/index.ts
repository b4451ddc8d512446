/**
 * Triggered every five minutes in each region. In the passive one it fails while the active region is silent, which rings;
 * it changes nothing, so running twice or never is harmless.
 */
import { configured } from '../../config.ts';
import { makeRecords } from '../../container/records.ts';
import { log, logFailure, startLog } from '../../log.ts';
import { watchRegion } from '../../use-cases/region/watch-region.ts';

const { activeRegion: regions } = makeRecords();
const watching = { regions, own: configured('region'), first: configured('homeRegion') };

export async function handler(): Promise<void> {
  startLog({});
  try {
    const outcome = await watchRegion(watching, new Date().toISOString());
    log('WATCH_REGION_COMPLETED', { outcome });
  } catch (error) {
    logFailure('WATCH_REGION_FAILED', error);
    throw error;
  }
}
