import { caseDefinition } from '../../domain/case/case.ts';
import { personDefinition } from '../../domain/people/person.ts';
import { rosterDefinition } from '../../domain/roster/roster.ts';
import type { FollowUpItem, FollowUpItems } from '../../ports/relay-store.ts';
import type { References } from '../cases/references.ts';
import { type CommandAnswer, giveCommand } from '../record/give-command.ts';
import type { RecordKernel } from '../record/kernel.ts';

export interface FollowingUp {
  readonly kernel: RecordKernel;
  readonly references: References;
  readonly items: FollowUpItems;
}

/**
 * Gives the command a version left for another record, keyed by the follow-up itself: a second delivery repeats it and
 * changes nothing. A refusal closes it, and comes back as a command on the first record where that asked for it.
 */
export async function giveFollowUp(
  following: FollowingUp,
  followUpId: string,
  now: string,
): Promise<'done' | 'refused' | 'closed'> {
  const item = await following.items.followUp(followUpId);
  if (item === undefined) throw new Error('A follow-up that is not kept yet');
  if (item.status !== 'open') return 'closed';
  const done = await giveTo(following, item, now);
  await following.items.closeFollowUp(followUpId, done ? 'done' : 'refused');
  return done ? 'done' : 'refused';
}

async function giveTo(
  { kernel, references }: FollowingUp,
  item: FollowUpItem,
  now: string,
): Promise<boolean> {
  const { to, command, followUpId } = item;
  const given = { id: to.id, actor: { kind: 'system', id: 'follow-up' }, key: followUpId, now } as const;
  switch (to.kind) {
    case 'case':
      return isDone(
        await giveCommand(kernel, caseDefinition, {
          ...given,
          command,
          reference: (current) => references.forCommand(current?.state),
        }),
      );
    case 'person':
      return isDone(
        await giveCommand(kernel, personDefinition, {
          ...given,
          command: { type: 'confirm-identity', caseId: String(command.caseId) },
          reference: async () => undefined,
        }),
      );
    case 'roster':
      return isDone(
        await giveCommand(kernel, rosterDefinition, {
          ...given,
          command: { type: 'release', caseId: String(command.caseId) },
          reference: async () => [],
        }),
      );
    default:
      throw new Error(`No follow-up is known for a ${to.kind}`);
  }
}

function isDone(answer: Pick<CommandAnswer<unknown, unknown, { type: string }>, 'done'>): boolean {
  return answer.done;
}
