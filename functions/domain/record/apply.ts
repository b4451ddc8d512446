import { type Refusal, refuse } from '../refusal.ts';
import type { DueEffectOf, GivenOf, NextOf, RecordDefinition, RecordTypes, VersionOf } from './definition.ts';

/** An effect is performed this long after it is due, so that an act sent in time is never beaten by the machine. */
export const SETTLING_SECONDS = 120;

/** More effects than this in a row on one record is a fault in its table, not the law. */
export const MOST_DUE_EFFECTS = 20;

export interface Applied<T extends RecordTypes> {
  /** Saved first, one after another, whatever becomes of the command. */
  readonly due: readonly DueEffectOf<T>[];
  readonly verdict:
    | { readonly accepted: true; readonly next: NextOf<T> }
    | { readonly accepted: false; readonly refusal: Refusal };
}

/**
 * Judges a command on a record: first performs every effect already due at `now`, then judges what is left.
 * Who ran first, person or sweep, never decides what is right. Refuses `settling` to a person while an effect
 * is due but younger than two minutes. Throws when the effects do not come to an end.
 */
export function apply<T extends RecordTypes>(
  definition: RecordDefinition<T>,
  current: VersionOf<T> | undefined,
  given: GivenOf<T>,
): Applied<T> {
  if (current === undefined) return { due: [], verdict: definition.judge(undefined, given) };
  const { due, after, settlingAt } = performDue(definition, current, given.now, given.reference);
  if (settlingAt !== undefined && given.actor.kind !== 'system') {
    return {
      due,
      verdict: refuse('settling', { retryAfterSeconds: secondsUntilSettled(settlingAt, given.now) }),
    };
  }
  return { due, verdict: definition.judge(after, given) };
}

/** The record as it is after every effect due and settled at `now`: what pages and `explain` show. */
export function afterDueEffects<T extends RecordTypes>(
  definition: RecordDefinition<T>,
  current: VersionOf<T>,
  now: string,
  reference: T['reference'],
): VersionOf<T> {
  return performDue(definition, current, now, reference).after;
}

function performDue<T extends RecordTypes>(
  definition: RecordDefinition<T>,
  current: VersionOf<T>,
  now: string,
  reference: T['reference'],
) {
  const due: DueEffectOf<T>[] = [];
  let after = current;
  for (;;) {
    const effect = definition.nextDueEffect?.(after, now, reference);
    if (effect === undefined) return { due, after, settlingAt: undefined };
    if (secondsUntilSettled(effect.dueAt, now) > 0) return { due, after, settlingAt: effect.dueAt };
    if (due.length === MOST_DUE_EFFECTS) {
      throw new Error(`More than ${MOST_DUE_EFFECTS} due effects in a row on ${current.kind}/${current.id}`);
    }
    due.push(effect);
    after = provisionally(after, effect, now);
  }
}

/** The version an effect will become, as far as judging needs it; numbering and chaining happen when it is saved. */
function provisionally<T extends RecordTypes>(
  before: VersionOf<T>,
  { effect, dueAt, next }: DueEffectOf<T>,
  now: string,
): VersionOf<T> {
  const { nextDueAt: _replaced, ...rest } = before;
  return {
    ...rest,
    version: before.version + 1,
    at: now,
    effectiveAt: next.effectiveAt ?? dueAt,
    by: { kind: 'system', id: 'due-effects' },
    commandId: `due/${effect}/${dueAt}`,
    hall: next.hall,
    event: next.event,
    state: next.state,
    personal: next.personal,
    messages: next.messages ?? [],
    followUps: next.followUps ?? [],
    claims: next.claims ?? before.claims,
    bodies: (next.bodies ?? []).map((body) => body.sha256),
    ...(next.nextDueAt === undefined ? {} : { nextDueAt: next.nextDueAt }),
  };
}

function secondsUntilSettled(dueAt: string, now: string): number {
  return Math.ceil((Date.parse(dueAt) - Date.parse(now)) / 1000) + SETTLING_SECONDS;
}
