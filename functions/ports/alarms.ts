import type { Ringing } from '../domain/health/health.ts';

/** The alarms of this stage and region. Asking costs little: an answer is kept for half a minute. */
export interface Alarms {
  /** Those that ring; `undefined` when they could not be asked. */
  ringing(): Promise<readonly Ringing[] | undefined>;
}
