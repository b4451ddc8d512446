export const MILLISECONDS_A_DAY = 86_400_000;

/** Days since 1970-01-01 of a date `YYYY-MM-DD`: what the clock counts with. */
export function dayOf(isoDate: string): number {
  return Math.floor(Date.parse(`${isoDate}T00:00:00Z`) / MILLISECONDS_A_DAY);
}

export function dateOf(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** ISO weekday, 1 = Monday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
