export const MILLISECONDS_A_DAY = 86_400_000;

/** Days since 1970-01-01 of a date `YYYY-MM-DD`: what the clock counts with. */
export function dayOf(isoDate: string): number {
  return Math.floor(Date.parse(`${isoDate}T00:00:00Z`) / MILLISECONDS_A_DAY);
}

// Writing a date is most of the work of a trace; a hall's cases lie on some hundred days.
const written = new Map<number, string>();

export function dateOf(day: number): string {
  const known = written.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
  written.set(day, date);
  return date;
}

/** ISO weekday, 1 = Monday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
