import { caseDefinition } from '../../domain/case/case.ts';
import type { CaseReference, CurrentCase } from '../../domain/case/rule.ts';
import { covers, mandateDefinition } from '../../domain/mandate/mandate.ts';
import { type Asker, mayRead } from '../../domain/permissions.ts';
import { afterDueEffects } from '../../domain/record/apply.ts';
import { readClearState } from '../../domain/record/read-version.ts';
import type { Author } from '../../domain/record/version.ts';
import type { RecordLists } from '../../ports/record-lists.ts';
import type { AccessLog, DraftStore, RecordStore } from '../../ports/record-store.ts';
import type { RecordKernel } from '../record/kernel.ts';
import { loadRecord } from '../record/load-record.ts';
import type { References } from './references.ts';

export interface CaseAccess {
  readonly kernel: RecordKernel;
  readonly store: RecordStore;
  readonly lists: RecordLists;
  readonly references: References;
  readonly access: AccessLog;
  readonly drafts: DraftStore;
  readonly newId: () => string;
}

export interface OpenedCase {
  readonly current: CurrentCase;
  readonly reference: CaseReference;
  readonly key: NonNullable<Awaited<ReturnType<typeof loadRecord>>>['key'];
}

/**
 * Opens a case for whoever may read it, as it is after every effect due now, and puts the reading on record. What is
 * missing and what is not theirs are one answer: nobody learns that a number exists.
 */
export async function openCase(
  opening: CaseAccess,
  caseId: string,
  { asker, actor }: { readonly asker: Asker; readonly actor: Author },
  what: string,
  now: string,
): Promise<OpenedCase | undefined> {
  const loaded = await loadRecord(opening.kernel, caseDefinition, caseId);
  if (loaded === undefined) return undefined;
  if (!(await mayReadCase(opening, loaded.version, asker, now))) return undefined;
  const reference = await opening.references.forCommand(loaded.version.state);
  await recordAccess(opening, caseId, { asker, actor }, what, now);
  return {
    current: afterDueEffects(caseDefinition, loaded.version, now, reference),
    reference,
    key: loaded.key,
  };
}

export async function recordAccess(
  { access, newId }: Pick<CaseAccess, 'access' | 'newId'>,
  caseId: string,
  { asker, actor }: { readonly asker: Asker; readonly actor: Author },
  what: string,
  at: string,
): Promise<void> {
  const { kind, id, onBehalfOf } = actor;
  const office = asker.kind === 'staff' && { office: { hall: asker.hall, roles: [...asker.roles] } };
  const by = { kind, id, ...(onBehalfOf !== undefined && { onBehalfOf }), ...office };
  await access.recordAccess({ kind: 'case', id: caseId }, { accessId: newId(), at, by, what });
}

/** Own case, or a principal's under a mandate in force, or a case of the colleague's hall. */
export async function mayReadCase(
  opening: Pick<CaseAccess, 'lists' | 'store'>,
  current: Pick<CurrentCase, 'hall' | 'state'>,
  asker: Asker,
  now: string,
): Promise<boolean> {
  if (mayRead(asker, current)) return true;
  if (asker.kind !== 'customer') return false;
  const principals = await principalsOf(opening, asker.personId, current.state.service.id, now);
  return mayRead({ ...asker, mayActFor: principals }, current);
}

/** Whose matters of this service a person may act in: mandates are read as they are now, not as a list remembers. */
export async function principalsOf(
  { lists, store }: Pick<CaseAccess, 'lists' | 'store'>,
  personId: string,
  service: string,
  now: string,
): Promise<readonly string[]> {
  const { records } = await lists.ofPerson(personId, { limit: 50 });
  const principals: string[] = [];
  for (const { kind, id } of records) {
    if (kind !== 'mandate') continue;
    const kept = await store.newest({ kind, id });
    if (kept === undefined) continue;
    const { state } = readClearState(mandateDefinition, kept.newest);
    if (state.representativeId === personId && covers(state, service, now))
      principals.push(state.principalId);
  }
  return principals;
}
