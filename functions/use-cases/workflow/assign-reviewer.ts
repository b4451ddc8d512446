import type { Session } from '../../domain/people/session.ts';
import { dutyRefusal, sessionRefusal } from '../../domain/people/session.ts';
import { type Candidate, type RosterTypes, rosterDefinition } from '../../domain/roster/roster.ts';
import type { Colleagues } from '../../ports/colleagues.ts';
import type { CommandAnswer } from '../record/command-given.ts';
import { giveCommand } from '../record/give-command.ts';
import type { StageAnswer, Task } from './ask-stage.ts';
import { type CaseTasks, commandByTask, runTask } from './case-task.ts';

export type Assigning = CaseTasks & { readonly colleagues: Colleagues };

/**
 * Review: gives the case to the eligible reviewer with the least open work. The roster's next version is the
 * assignment, so two cases at once cannot both see the same load. Nobody eligible: it waits in the team's queue.
 * [3.4.1]
 */
export async function assignReviewer(assigning: Assigning, task: Task, now: string): Promise<StageAnswer> {
  return runTask(assigning, task, 'assign', async ({ state, visit }) => {
    if (state.status !== 'in-review') return;
    const { service } = await assigning.references.ofCase(state);
    const barred = service.review.notThePersonWho.includes('accepted')
      ? [state.accepted.personId, ...(state.accepted.onBehalfOf ? [state.accepted.onBehalfOf] : [])]
      : [];
    const hall = await hallOf(assigning, task.caseId);
    const sessions = await assigning.colleagues.inHall(hall);
    const answer = await giveCommand(assigning.kernel, rosterDefinition, {
      id: `${hall}-reviewer`,
      command: {
        type: 'assign',
        hall,
        role: 'reviewer',
        caseId: task.caseId,
        notThese: [...barred, ...(state.notAgain ?? []), state.customerId],
      },
      actor: { kind: 'system', id: 'workflow' },
      key: `${task.caseId}/assign/${visit}`,
      repeats: 'judged-by-state',
      now,
      reference: async () => candidates(sessions, service.id, now),
    });
    const assigned = assignmentOf(answer, task.caseId);
    if (assigned === undefined) return;
    await commandByTask(assigning, task.caseId, `assign/${visit}`, { type: 'assign', ...assigned }, now);
  });
}

/** Who has the case by the roster: now, or since a run of this task that died before it told the case. */
function assignmentOf(
  answer: CommandAnswer<RosterTypes>,
  caseId: string,
): { personId: string; why: string[] } | undefined {
  if (!answer.done) {
    const { kind, facts } = answer.refusal;
    return kind === 'already-assigned'
      ? { personId: String(facts?.personId), why: ['already-on-desk'] }
      : undefined;
  }
  const { type, personId, why, caseId: assigned } = answer.record.version.event;
  if (type !== 'assigned' || assigned !== caseId || !isNames(why)) return undefined;
  return { personId: String(personId), why };
}

function isNames(why: unknown): why is string[] {
  return Array.isArray(why) && why.every((one) => typeof one === 'string');
}

async function hallOf({ store }: Assigning, caseId: string): Promise<string> {
  const kept = await store.newest({ kind: 'case', id: caseId });
  const clear: { hall?: unknown } = JSON.parse(kept?.newest.clear ?? '{}');
  return String(clear.hall);
}

/** Everyone of the team, and why somebody may not be given work now. */
export function candidates(sessions: readonly Session[], service: string, now: string): readonly Candidate[] {
  return sessions
    .filter(({ roles }) => roles.includes('reviewer'))
    .map((session) => {
      const barred =
        sessionRefusal(session, now)?.kind ??
        dutyRefusal(session, now)?.kind ??
        (session.services.length > 0 && !session.services.includes(service) ? 'not-licensed' : undefined);
      return { personId: session.personId, ...(barred !== undefined && { barred }) };
    });
}
