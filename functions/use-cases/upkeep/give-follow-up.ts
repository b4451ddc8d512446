import { caseDefinition } from '../../domain/case/case.ts';
import { findingDefinition, readFindingReport } from '../../domain/finding/finding.ts';
import { personDefinition } from '../../domain/people/person.ts';
import type { RecordRef } from '../../domain/record/version.ts';
import { type RosterCommand, rosterDefinition } from '../../domain/roster/roster.ts';
import type { FollowUpItem, FollowUpItems } from '../../ports/relay-store.ts';
import type { References } from '../cases/references.ts';
import { giveCommand } from '../record/give-command.ts';
import type { RecordKernel } from '../record/kernel.ts';

export interface FollowingUp {
  readonly kernel: RecordKernel;
  readonly references: References;
  readonly items: FollowUpItems;
}

export type FollowUpAnswer = 'done' | 'refused' | 'closed';

/**
 * Gives the command a version left for another record, keyed by the follow-up itself: a second delivery repeats it and
 * changes nothing. A refusal comes back as a command on the first record where that asked for it, and closes it.
 */
export async function giveFollowUp(
  following: FollowingUp,
  followUpId: string,
  now: string,
): Promise<FollowUpAnswer> {
  const item = await following.items.followUp(followUpId);
  if (item === undefined) throw new Error('A follow-up that is not kept yet');
  if (item.status !== 'open') return 'closed';
  const done = await give(following, item.to, item.command, followUpId, now);
  if (!done && item.onRefusal !== undefined) {
    await give(following, item.from, comingBack(item, item.onRefusal), `${followUpId}/refused`, now);
  }
  await following.items.closeFollowUp(followUpId, done ? 'done' : 'refused');
  return done ? 'done' : 'refused';
}

/** What the first record is told: the command it named, with the facts of the one that was refused. */
function comingBack({ command, to }: FollowUpItem, type: string): FollowUpItem['command'] {
  return { ...command, ...(to.kind === 'case' && { caseId: to.id }), type };
}

/** Answers whether the record did it, or had done it already. */
async function give(
  { kernel, references }: FollowingUp,
  to: RecordRef,
  command: FollowUpItem['command'],
  key: string,
  now: string,
): Promise<boolean> {
  const given = { id: to.id, actor: { kind: 'system', id: 'follow-up' }, key, now } as const;
  switch (to.kind) {
    case 'case': {
      const answer = await giveCommand(kernel, caseDefinition, {
        ...given,
        command,
        reference: (current) => references.forCommand(current?.state),
      });
      if (answer.done) return true;
      const state = answer.record?.version.state;
      const reviewer = state && 'reviewer' in state ? state.reviewer?.personId : undefined;
      return command.type === 'assign' && reviewer === command.personId;
    }
    case 'person': {
      const reference = async () => undefined;
      const confirm = { type: 'confirm-identity', caseId: String(command.caseId) } as const;
      return (await giveCommand(kernel, personDefinition, { ...given, command: confirm, reference })).done;
    }
    case 'roster': {
      const reference = async () => [];
      const answer = await giveCommand(kernel, rosterDefinition, {
        ...given,
        command: releaseOf(command),
        repeats: 'judged-by-state',
        reference,
      });
      return answer.done;
    }
    case 'finding': {
      const reference = async () => undefined;
      const report = readFindingReport(command);
      return (await giveCommand(kernel, findingDefinition, { ...given, command: report, reference })).done;
    }
    default:
      throw new Error(`No follow-up is known for a ${to.kind}`);
  }
}

function releaseOf({ caseId, personId }: FollowUpItem['command']): RosterCommand {
  return { type: 'release', caseId: String(caseId), personId: String(personId) };
}
