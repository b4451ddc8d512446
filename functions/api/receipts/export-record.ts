import { mayExport } from '../../domain/permissions.ts';
import { inCanonicalOrder } from '../../domain/proof/signed.ts';
import { readClearPart } from '../../domain/record/read-version.ts';
import { NOT_FOUND } from '../../http/answers.ts';
import { exportRecord as operation } from '../../http/contract/proofs.ts';
import { route } from '../../http/route.ts';
import { identifyColleague, isRefusal } from '../../use-cases/identity/identify-colleague.ts';
import { exportRecord } from '../../use-cases/proof/export-record.ts';
import type { Receipting } from './routes.ts';

/** A record's versions for an auditor to verify by themselves; taking them away is on the record too. [R39] */
export function exportRecordRoute(receipting: Receipting) {
  const { store, access, proof, sha256, newId } = receipting;
  return route(operation, async ({ params: { kind, recordId }, query: { after }, now }, login) => {
    const who = await identifyColleague(receipting, login, now, false);
    if (isRefusal(who)) return { refusal: who };
    const ref = { kind, id: recordId };
    const kept = await store.newest(ref);
    if (kept === undefined || !mayExport(who.asker, readClearPart(kept.newest))) return NOT_FOUND;
    const { hall, roles } = who.asker;
    const by = { kind: 'staff', id: who.actor.id, office: { hall, roles } };
    const entry = { accessId: newId(), at: now, by, what: 'record-export' };
    await access.recordAccess(ref, entry);
    const [epoch = 1, version = 0] = (after ?? '').split('.').map(Number);
    const from = after === undefined ? undefined : { epoch, version };
    const exported = await exportRecord({ store, sha256, signer: proof.signer }, ref, now, from);
    return exported === undefined ? NOT_FOUND : { answer: inCanonicalOrder(exported) };
  });
}
