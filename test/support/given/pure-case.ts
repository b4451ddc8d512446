import { caseDefinition } from '../../../functions/domain/case/case.ts';
import type { CaseCommand, CaseReference, CurrentCase } from '../../../functions/domain/case/rule.ts';
import { apply } from '../../../functions/domain/record/apply.ts';
import { numberVersion } from '../../../functions/domain/record/number-version.ts';
import type { Author } from '../../../functions/domain/record/version.ts';
import type { Refusal } from '../../../functions/domain/refusal.ts';

export interface Given {
  readonly actor: Author;
  readonly command: CaseCommand;
  readonly now: string;
}

export interface PureAnswer {
  /** Every version that came of it: due effects first, the command's own last. */
  readonly versions: readonly CurrentCase[];
  readonly refusal?: Refusal;
}

/** Gives a command to a case without a kernel: what `apply` answers, numbered as the kernel numbers it. */
export function givePurely(
  before: CurrentCase | undefined,
  { actor, command, now }: Given,
  reference: CaseReference,
): PureAnswer {
  const { due, verdict } = apply(caseDefinition, before, { actor, command, now, reference });
  const versions: CurrentCase[] = [];
  const numbered = (
    next: (typeof due)[number]['next'],
    by: Author,
    commandId: string,
    effectiveAt?: string,
  ) => {
    const ref = { kind: 'case', id: 'c1' } as const;
    const facts = {
      ref,
      schemaVersion: 1,
      epoch: 1,
      now,
      by,
      commandId,
      bodyMac: '',
      ...(effectiveAt && { effectiveAt }),
    };
    versions.push(numberVersion(versions.at(-1) ?? before, next, facts));
  };
  for (const { effect, dueAt, next } of due) {
    numbered(next, { kind: 'system', id: 'due-effects' }, `due/${effect}/${dueAt}`, dueAt);
  }
  if (!verdict.accepted) return { versions, refusal: verdict.refusal };
  numbered(verdict.next, actor, `${actor.id}/${command.type}/${(before?.version ?? 0) + 1}`);
  return { versions };
}
