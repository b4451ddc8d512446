import { caseDefinition } from '../../domain/case/case.ts';
import { inCanonicalOrder } from '../../domain/proof/signed.ts';
import { readClearState } from '../../domain/record/read-version.ts';
import { NOT_FOUND } from '../../http/answers.ts';
import { readReceipt } from '../../http/contract/proofs.ts';
import { route } from '../../http/route.ts';
import { mayReadCase } from '../../use-cases/cases/case-access.ts';
import { receiptOf } from '../../use-cases/proof/receipt-of.ts';
import type { Receipting } from './routes.ts';

/** My receipt, signed: whoever has it can show that the application was handed in, and when, without us. [R37] */
export function readReceiptRoute(receipting: Receipting) {
  return route(readReceipt, async ({ params: { caseId }, now }, { issuer, subject }) => {
    const person = await receipting.logins.personOf(issuer, subject);
    const kept = await receipting.store.newest({ kind: 'case', id: caseId });
    if (person === undefined || kept === undefined) return NOT_FOUND;
    const asker = { kind: 'customer' as const, personId: person.personId, mayActFor: [] };
    const current = readClearState(caseDefinition, kept.newest);
    if (!(await mayReadCase(receipting, current, asker, now))) return NOT_FOUND;
    const receipt = await receiptOf({ ...receipting.proof, store: receipting.store }, caseId, now);
    return receipt === undefined ? NOT_FOUND : { answer: inCanonicalOrder(receipt) };
  });
}
