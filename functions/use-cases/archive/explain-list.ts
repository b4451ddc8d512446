import {
  type DestructionListCommand,
  destructionListDefinition,
  LIST_ROLES,
} from '../../domain/destruction/destruction-list.ts';
import type { ItemRefusal } from '../../domain/destruction/destruction-list-state.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Colleague } from '../identity/identify-colleague.ts';

type Current = Parameters<typeof destructionListDefinition.judge>[0];
type Act = Exclude<keyof typeof LIST_ROLES, 'draft'>;

const FORMS: Readonly<Record<Act, DestructionListCommand>> = {
  review: { type: 'review' },
  approve: { type: 'approve' },
  reject: { type: 'reject', text: '' },
};

/** Which acts are open to this colleague now, and why the others are not: judged as they would be. */
export function explainList(
  current: Current,
  { session, actor }: Colleague,
  refusals: readonly ItemRefusal[],
  now: string,
): readonly { readonly command: Act; readonly refusal?: Refusal }[] {
  const acts: readonly Act[] = ['review', 'approve', 'reject'];
  return acts.flatMap((command) => {
    if (!LIST_ROLES[command].some((role) => session.roles.includes(role))) return [];
    const reference = { refusals: command === 'reject' ? [] : refusals };
    const verdict = destructionListDefinition.judge(current, {
      command: FORMS[command],
      actor,
      now,
      reference,
    });
    return [{ command, ...(!verdict.accepted && { refusal: verdict.refusal }) }];
  });
}
