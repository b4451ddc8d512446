import { caseDefinition } from '../../domain/case/case.ts';
import { ruleOf } from '../../domain/case/lifecycle.ts';
import type { CaseCommand, CaseReference, CaseTypes, CurrentCase } from '../../domain/case/rule.ts';
import { type Asker, mayGive, mayRead } from '../../domain/permissions.ts';
import type { Author } from '../../domain/record/version.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { RecordKey } from '../../ports/record-keys.ts';
import type { CommandAnswer } from '../record/command-given.ts';
import { giveCommand } from '../record/give-command.ts';
import type { CaseAccess } from './case-access.ts';
import { principalsOf, recordAccess } from './case-access.ts';
import { emptyExpiredDraft } from './empty-draft.ts';

export interface GivenByPerson {
  readonly caseId: string;
  readonly command: CaseCommand;
  readonly asker: Asker;
  readonly actor: Author;
  readonly key: string;
  readonly seenVersion?: number;
  readonly now: string;
  /** What this command is judged by beside service and calendar, such as the draft at submission. */
  readonly more?: (current: CurrentCase, key: RecordKey | undefined) => Promise<Partial<CaseReference>>;
}

/**
 * Gives a person's command to a case: the permission matrix first, on the record as loaded, then the lifecycle. What is
 * not theirs is not found; a `stale` answer shows the case as it is, and is put on the access record.
 */
export async function giveCaseCommand(
  access: CaseAccess,
  given: GivenByPerson,
): Promise<CommandAnswer<CaseTypes>> {
  const asker = await withPrincipals(access, given);
  const answer = await giveCommand(access.kernel, caseDefinition, {
    id: given.caseId,
    command: given.command,
    actor: given.actor,
    key: given.key,
    ...(given.seenVersion !== undefined && { seen: { version: given.seenVersion } }),
    now: given.now,
    mayGive: (current) => permissionRefusal(asker, given.command.type, current),
    reference: async (current, key) =>
      access.references.forCommand(
        current?.state,
        current && given.more ? await given.more(current, key) : {},
      ),
  });
  await emptyExpiredDraft(access.drafts, answer, given.now);
  if (!answer.done && answer.refusal.kind === 'stale') {
    await recordAccess(access, given.caseId, given, 'stale-answer', given.now);
  }
  return answer;
}

function permissionRefusal(
  asker: Asker,
  command: string,
  current: CurrentCase | undefined,
): Refusal | undefined {
  if (current === undefined || !mayRead(asker, current)) return { kind: 'not-found' };
  const rule = ruleOf(command);
  if (rule === undefined) return { kind: 'unknown-command' };
  return mayGive(asker, rule, current) ? undefined : { kind: 'not-permitted', facts: { command } };
}

/** Mandates are looked up only for a case that is not the person's own. */
async function withPrincipals(access: CaseAccess, { asker, caseId, now }: GivenByPerson): Promise<Asker> {
  if (asker.kind !== 'customer') return asker;
  const kept = await access.store.newest({ kind: 'case', id: caseId });
  const clear: { state?: { customerId?: string; service?: { id?: string } } } = JSON.parse(
    kept?.newest.clear ?? '{}',
  );
  if (clear.state?.customerId === asker.personId) return asker;
  const principals = await principalsOf(access, asker.personId, clear.state?.service?.id ?? '', now);
  return { ...asker, mayActFor: principals };
}
