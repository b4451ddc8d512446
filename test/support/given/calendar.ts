import { readFileSync } from 'node:fs';
import { type HallCalendar, hallCalendar, indexDays } from '../../../functions/domain/clock/calendar.ts';

const read = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../../calendars/${name}.json`, import.meta.url), 'utf8'));

/** The hall's calendar with the published years 2025 and 2026. */
export function givenCalendar(overrides: Partial<HallCalendar> = {}): HallCalendar {
  return hallCalendar.parse({ ...read('hall-1'), years: [read('cn-2025'), read('cn-2026')], ...overrides });
}

export function givenDays(overrides: Partial<HallCalendar> = {}) {
  return indexDays(givenCalendar(overrides));
}
