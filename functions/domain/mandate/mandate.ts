import * as z from 'zod/mini';
import type { RecordDefinition, RecordTypes } from '../record/definition.ts';
import { accept, refuse } from '../refusal.ts';

const state = z.strictObject({
  principalId: z.string(),
  representativeId: z.string(),
  /** Services it covers; empty means all. */
  services: z.array(z.string()),
  from: z.string(),
  until: z.string(),
  endedAt: z.exactOptional(z.string()),
});
export type MandateState = z.infer<typeof state>;
const event = z.strictObject({ type: z.enum(['granted', 'ended']) });
type MandateEvent = z.infer<typeof event>;

export type MandateCommand =
  | ({ readonly type: 'grant'; readonly hall: string } & Omit<MandateState, 'endedAt'>)
  | { readonly type: 'end' };

export interface MandateTypes extends RecordTypes {
  readonly state: MandateState;
  readonly personal: null;
  readonly event: MandateEvent;
  readonly command: MandateCommand;
  readonly reference: undefined;
}

/** A mandate: one person may act for another, within a scope and dates; ended at once by either. */
export const mandateDefinition: RecordDefinition<MandateTypes> = {
  kind: 'mandate',
  schemaVersion: 1,
  schema: { state, personal: z.null(), event },
  judge: (current, { command, now }) => {
    if (command.type === 'grant') {
      if (current !== undefined) return refuse('already-there');
      const { type: _type, hall, ...granted } = command;
      if (granted.until <= granted.from) return refuse('mandate-ends-before-it-begins');
      return accept({
        hall,
        personal: null,
        event: { type: 'granted' },
        state: { ...granted, services: [...granted.services] },
      });
    }
    if (current === undefined || current.state.endedAt !== undefined) return refuse('mandate-not-in-force');
    const { hall, state: before } = current;
    return accept({ hall, personal: null, event: { type: 'ended' }, state: { ...before, endedAt: now } });
  },
  headOf: ({ state: { representativeId, from, until, endedAt } }) => ({
    card: { from, until, ended: endedAt !== undefined },
    belongsTo: { personId: representativeId, sort: from },
  }),
};

/** Whether a mandate lets its representative act in a matter on a day. */
export function covers(
  { services, from, until, endedAt }: MandateState,
  service: string,
  now: string,
): boolean {
  const inForce = from <= now && now < until && (endedAt === undefined || endedAt > now);
  return inForce && (services.length === 0 || services.includes(service));
}
