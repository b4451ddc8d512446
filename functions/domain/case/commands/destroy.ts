import * as z from 'zod/mini';
import type { Refusal } from '../../refusal.ts';
import { defineCommand } from '../define-command.ts';
import { nextCase } from '../next-case.ts';
import { type CaseIn, NOTHING_PERSONAL } from '../state.ts';

/** Why the papers of a filed case may not be destroyed on a day; `undefined` when they may. */
export function destructionRefusal(
  { hold, retainUntil }: Pick<CaseIn<'archived'>, 'hold' | 'retainUntil'>,
  now: string,
): Refusal | undefined {
  if (hold !== undefined) return { kind: 'on-hold' };
  if (retainUntil === undefined || retainUntil === null) return { kind: 'kept-for-ever' };
  return now.slice(0, 10) < retainUntil ? { kind: 'retention-not-over', facts: { retainUntil } } : undefined;
}

/**
 * Destruction by an approved list: the last version a case ever gets. It has no sealed part, so that the record is read
 * after its key is gone; the chain still verifies, since hashes cover the sealed bytes. Who may give it is the operator's
 * command alone. [6.4.2]
 */
export const destroy = defineCommand({
  command: 'destroy',
  from: ['archived'],
  to: [],
  by: { kind: 'system' },
  input: z.strictObject({ listId: z.string() }),
  closed: ({ state }, { now }) => destructionRefusal(state, now),
  decide: (current, { listId }, { now }) => {
    const { state } = current;
    const destroyed = { ...state, destroyed: { at: now, listId } };
    const next = nextCase(current, { type: 'destroyed', listId }, destroyed, { personal: NOTHING_PERSONAL });
    return { accepted: true, next: { ...next, unsealed: true } };
  },
});
