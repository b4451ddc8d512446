import * as z from 'zod/mini';

export const CLOCK_NAMES = ['statutory', 'promised'] as const;
export type ClockName = (typeof CLOCK_NAMES)[number];

export const LIMIT_UNITS = ['working-day', 'calendar-day', 'hour', 'month', 'year'] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

export const legalBasis = z.strictObject({
  'zh-Hant': z.string().check(z.minLength(1)),
  'zh-Hans': z.string().check(z.minLength(1)),
  en: z.string().check(z.minLength(1)),
});

/** A limit as a law or a promise words it. Every number of it is data with its basis. */
export const limitRule = z.strictObject({
  amount: z.int().check(z.minimum(1)),
  unit: z.enum(LIMIT_UNITS),
  /** `next-day`: the first counted day is strictly after receipt (民法典 §201); `same-day` where an act says so. */
  starts: z.enum(['next-day', 'same-day']),
  /** Local hour `HH:MM`: what comes at or after it, or on a day that is no working day, is received the next working day. */
  cutOff: z.exactOptional(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
  /** A last day that is closed moves to the next working day (民法典 §203). */
  rollForward: z.boolean(),
  /** Warning this many working days strictly before the due day. */
  warnWorkingDays: z.int().check(z.minimum(0)),
  /** What silence means when the limit has passed; default none. */
  tacit: z.enum(['grant', 'none']),
  legalBasis,
});
export type LimitRule = z.infer<typeof limitRule>;

/** A pause type of a service: which clocks it stops, on what article, for how long at most. */
export const pauseRule = z.strictObject({
  type: z.string(),
  stops: z.array(z.enum(CLOCK_NAMES)),
  /** After so many working days inside it the clock runs again. */
  capWorkingDays: z.exactOptional(z.int().check(z.minimum(1))),
  resume: z.enum(['continue', 'reset']),
  legalBasis,
});

/** A pause as it happened: from the day of one act to the day of another; open while it lasts. */
export interface Pause {
  readonly type: string;
  readonly stops: readonly ClockName[];
  readonly from: string;
  readonly to?: string;
  readonly capWorkingDays?: number;
  readonly resume: 'continue' | 'reset';
}

/** An extension as it was approved: added to the amount, counted from the original receipt (行政許可法 §42). */
export interface Extension {
  readonly amount: number;
  readonly reason: string;
}
