import type { RegionSwitch } from '../../ports/active-region.ts';
import type { Copies } from '../../ports/copies.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import type { References } from '../cases/references.ts';
import type { RecordKernel } from '../record/kernel.ts';
import type { Reconciling } from '../upkeep/reconcile.ts';
import type { Progress } from './progress.ts';

/** What activating a region works with; all of it is in that region. */
export interface Activating extends Reconciling {
  readonly kernel: RecordKernel;
  readonly store: RecordStore;
  readonly references: References;
  readonly regions: RegionSwitch;
  readonly own: string;
  /** Active until somebody says otherwise. */
  readonly first: string;
  readonly consistency: 'strong' | 'eventual';
  readonly copies: Copies;
  /** Every number series there can be: of each hall, for each service. */
  readonly seriesIds: () => Promise<readonly string[]>;
  readonly clock: () => string;
  /** Waits, so that no more than the stage can bear happens in a second. */
  readonly pace: () => Promise<void>;
}

export interface ActivationWish {
  readonly by: string;
  /** The operator knows that nothing of the other region runs any more: nobody waits for its last acts. */
  readonly gone: boolean;
  /** What became of the edge's origin, which the operator's command switches itself. */
  readonly edge?: 'switched' | 'no-edge' | 'not-switched';
  /** No piece of work is begun after this. */
  readonly until: string;
}

/** A piece of a step: how far it is now, or what it waits for. */
export type Piece =
  | { readonly progress: Progress }
  | { readonly waitSeconds: number }
  | { readonly needs: 'edge' };

export type StepWork = (activating: Activating, progress: Progress, wish: ActivationWish) => Promise<Piece>;

/** A region that was active may act for this long after the switch: a cached answer (10 s), then the longest function but reconcile (60 s). */
export const LAST_ACT_SECONDS = 75;

export function secondsLeft(from: string, seconds: number, now: string): number {
  return Math.ceil((Date.parse(from) + seconds * 1000 - Date.parse(now)) / 1000);
}

export function secondsAfter(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}
