import { destructionListDefinition } from '../../domain/destruction/destruction-list.ts';
import type { CarriedItem } from '../../domain/destruction/destruction-list-state.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { DestructionReport } from '../../ports/destruction.ts';
import { giveCommand } from '../record/give-command.ts';
import { loadRecord } from '../record/load-record.ts';
import { type Destroying, destroyCase } from './destroy-case.ts';

export interface CarryingOut extends Destroying {
  /** Days for which the longest-kept backup lives. */
  readonly backupKeptDays: number;
  readonly say: (line: string) => void;
}

type Carried =
  | { readonly carriedOut: true; readonly report: DestructionReport }
  | { readonly carriedOut: false; readonly refusal: Refusal };

/**
 * Carries out an approved list, case by case: what a hold, a day or a lock stops now is kept, and the report says so. A
 * run that died is run again: what is destroyed stays so, and the list ends once. [6.4.2]
 */
export async function carryOut(carrying: CarryingOut, listId: string, now: string): Promise<Carried> {
  const { kernel, destruction, say } = carrying;
  const list = await loadRecord(kernel, destructionListDefinition, listId);
  if (list === undefined) return { carriedOut: false, refusal: { kind: 'not-found' } };
  const { state } = list.version;
  if (state.status !== 'approved')
    return { carriedOut: false, refusal: { kind: 'list-not-approved', facts: { status: state.status } } };
  const results: CarriedItem[] = [];
  for (const { caseId, receiptNumber } of state.items) {
    const refusal = await destroyCase(carrying, caseId, listId, now);
    results.push(refusal ? { caseId, result: 'kept', why: refusal.kind } : { caseId, result: 'destroyed' });
    say(`${receiptNumber}: ${refusal ? `kept (${refusal.kind})` : 'destroyed'}`);
  }
  const completeOn = daysAfter(now, carrying.backupKeptDays);
  const report = { listId, carriedOutAt: now, completeOn, results };
  await destruction.keepReport(report);
  const answer = await giveCommand(kernel, destructionListDefinition, {
    id: listId,
    command: { type: 'carry-out', results, completeOn },
    actor: { kind: 'system', id: 'operator' },
    key: `carry-out/${listId}`,
    now,
    reference: async () => ({ refusals: [] }),
  });
  return answer.done ? { carriedOut: true, report } : { carriedOut: false, refusal: answer.refusal };
}

/** The first day after the last backup that holds the keys has expired. */
function daysAfter(now: string, days: number): string {
  return new Date(Date.parse(now) + (days + 1) * 86_400_000).toISOString().slice(0, 10);
}
