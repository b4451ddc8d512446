/**
 * Which of two regions works off streams, queues and schedules. It saves work and nothing depends on it: what prevents
 * doubles is that no outside effect happens without a claim written in the same invocation.
 */
export interface ActiveRegion {
  /** Whether this region may act, by a consistent read at most ten seconds old. Throws where the table cannot be read: nobody acts then. */
  mayAct(now: string): Promise<boolean>;
}

/** The item itself: one in the table, moved by a person alone. */
export interface Regime {
  readonly region: string;
  /** Raised only where the replicas follow later, and after a restore; new versions carry it. */
  readonly epoch: number;
  /** Commands are refused: the epoch is about to be raised, or this table is about to be left. */
  readonly closed?: boolean;
  readonly since: string;
  /** Who activated this region. */
  readonly by: string;
  /** The start of the last round of reconcile that went through here; absent until the first. */
  readonly healthyAt?: string;
  /** The region before, and when it was last healthy. */
  readonly before?: { readonly region: string; readonly healthyAt?: string };
}

/** In which epoch versions are written now, and whether they are. At most ten seconds old, as `mayAct` is. */
export interface Era {
  readonly epoch: number;
  readonly closed: boolean;
}

export interface Eras {
  era(now: string): Promise<Era>;
}

export interface RegionSwitch {
  /** `undefined` until somebody activates or the first heartbeat: the stage's first region is active then. */
  regime(): Promise<Regime | undefined>;
  /** Puts `next` in the place of `standing`; answers whether it was still the one that stood. */
  replace(standing: Regime | undefined, next: Regime): Promise<boolean>;
  /** Notes that this region was healthy, if it is the active one; an older heartbeat never replaces a newer. */
  beat(at: string): Promise<void>;
}

/** A cached answer of `mayAct` lives this long; whoever switches waits longer. */
export const REGIME_CACHE_SECONDS = 10;
