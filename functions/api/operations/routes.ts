import type { ActiveRegion } from '../../ports/active-region.ts';
import type { Alarms } from '../../ports/alarms.ts';
import type { Backups } from '../../ports/backups.ts';
import type { Colleagues } from '../../ports/colleagues.ts';
import type { Figures } from '../../ports/figures.ts';
import type { Logins } from '../../ports/logins.ts';
import type { RecordLists } from '../../ports/record-lists.ts';
import type { RecordKernel } from '../../use-cases/record/kernel.ts';
import { drillRoutes } from './drills.ts';
import { findingRoutes } from './findings.ts';
import { healthRoutes } from './health.ts';

export interface Operating {
  readonly kernel: RecordKernel;
  readonly lists: RecordLists;
  readonly logins: Logins;
  readonly colleagues: Colleagues;
  readonly alarms: Alarms;
  readonly backups: Backups;
  readonly figures: Figures;
  readonly activeRegion: ActiveRegion;
}

/** How the system is run: its health, figures, backups, drills and findings. */
export function operationRoutes(operating: Operating) {
  return [...healthRoutes(operating), ...drillRoutes(operating), ...findingRoutes(operating)];
}
