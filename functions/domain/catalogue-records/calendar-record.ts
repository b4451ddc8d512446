import * as z from 'zod/mini';
import { type HallCalendar, hallCalendar } from '../clock/calendar.ts';
import type { RecordDefinition, RecordTypes } from '../record/definition.ts';
import { accept, refuse } from '../refusal.ts';

const event = z.strictObject({ type: z.literal('published') });

export interface PublishCalendar {
  readonly type: 'publish';
  readonly hall: string;
  readonly calendar: unknown;
}

export interface CalendarTypes extends RecordTypes {
  readonly state: HallCalendar;
  readonly personal: null;
  readonly event: z.infer<typeof event>;
  readonly command: PublishCalendar;
  readonly reference: undefined;
}

/** The calendar of a hall: a new year or a closure is its next version; cases name the version they were counted with. */
export const calendarDefinition: RecordDefinition<CalendarTypes> = {
  kind: 'calendar',
  schemaVersion: 1,
  schema: { state: hallCalendar, personal: z.null(), event },
  judge: (_current, { command }) => {
    const parsed = hallCalendar.safeParse(command.calendar);
    if (!parsed.success) {
      return refuse('not-publishable', { fields: parsed.error.issues.map(({ path }) => path.join('/')) });
    }
    return accept({ hall: command.hall, personal: null, event: { type: 'published' }, state: parsed.data });
  },
  headOf: ({ state: { years } }) => ({ card: { years: years.map(({ year }) => year).join(',') } }),
};
