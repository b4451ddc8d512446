import * as z from 'zod/mini';
import type { RecordDefinition, RecordTypes } from '../record/definition.ts';
import { accept, refuse } from '../refusal.ts';

const state = z.strictObject({
  prefix: z.string(),
  digits: z.int(),
  last: z.int(),
  /** Whom the last number was for: the register is the history of this record. */
  lastFor: z.string(),
});
export type SeriesState = z.infer<typeof state>;
const event = z.looseObject({ type: z.string() });
type SeriesEvent = z.infer<typeof event>;

export type SeriesCommand =
  | {
      readonly type: 'take';
      readonly hall: string;
      readonly prefix: string;
      readonly digits: number;
      readonly certificateId: string;
    }
  | { readonly type: 'void'; readonly number: number; readonly reason: string }
  /** After a restore, or where replicas followed later: numbers that may have been given and are not in the register. */
  | { readonly type: 'move-on'; readonly by: number; readonly reason: string };

export interface SeriesTypes extends RecordTypes {
  readonly state: SeriesState;
  readonly personal: null;
  readonly event: SeriesEvent;
  readonly command: SeriesCommand;
  readonly reference: undefined;
}

/**
 * A number series of a hall and service: handing out a number is its next version, naming the certificate it is for.
 * Numbers rise by one and are never reused; an unused one is voided with its reason. [3.6.1]
 */
export const seriesDefinition: RecordDefinition<SeriesTypes> = {
  kind: 'series',
  schemaVersion: 1,
  schema: { state, personal: z.null(), event },
  judge: (current, { command }) => {
    if (command.type === 'void') {
      const { number } = command;
      if (current === undefined || number < 1 || number > current.state.last)
        return refuse('number-not-taken');
      return accept({
        hall: current.hall,
        personal: null,
        event: { type: 'number-voided', number: command.number, reason: command.reason },
        state: current.state,
      });
    }
    if (command.type === 'move-on') return moveOn(current, command);
    const last = (current?.state.last ?? 0) + 1;
    return accept({
      hall: command.hall,
      personal: null,
      event: { type: 'number-taken', number: last, certificateId: command.certificateId },
      state: { prefix: command.prefix, digits: command.digits, last, lastFor: command.certificateId },
    });
  },
  headOf: ({ state: { prefix, last } }) => ({ card: { prefix, last } }),
};

/** The number as it is printed: prefix, year, and the running number in its width. */
export function renderNumber(
  { prefix, digits }: Pick<SeriesState, 'prefix' | 'digits'>,
  year: string,
  n: number,
): string {
  return `${prefix}${year}${String(n).padStart(digits, '0')}`;
}

/** Leaves a gap that the register explains; a series that never gave a number has none to step over. */
function moveOn(
  current: Parameters<typeof seriesDefinition.judge>[0],
  { by, reason }: { readonly by: number; readonly reason: string },
): ReturnType<typeof seriesDefinition.judge> {
  if (current === undefined || !Number.isInteger(by) || by < 1) return refuse('number-not-taken');
  const { state, hall } = current;
  const to = state.last + by;
  return accept({
    hall,
    personal: null,
    event: { type: 'numbers-skipped', from: state.last + 1, to, reason },
    state: { ...state, last: to },
  });
}
