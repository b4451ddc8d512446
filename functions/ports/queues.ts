import type { RecordRef } from '../domain/record/version.ts';

export interface DueQueue {
  /** Records whose due effects are to be performed; a record may be named twice. */
  enqueueDue(refs: readonly RecordRef[]): Promise<void>;
}

export interface ParkedQueue {
  /** Raises the alarm for a record that is parked. */
  tellParked(ref: RecordRef, why: string): Promise<void>;
}
