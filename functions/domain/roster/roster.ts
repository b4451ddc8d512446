import * as z from 'zod/mini';
import type { RecordDefinition, RecordTypes } from '../record/definition.ts';
import { accept, refuse } from '../refusal.ts';
import { pickAssignee } from './pick-assignee.ts';

const member = z.strictObject({ personId: z.string(), open: z.array(z.string()), idleSince: z.string() });
const state = z.strictObject({ role: z.string(), members: z.array(member) });
export type RosterState = z.infer<typeof state>;
export type RosterMember = z.infer<typeof member>;
const event = z.looseObject({ type: z.string() });
export type RosterEvent = z.infer<typeof event>;

/** A colleague as they may be assigned now; loaded from the session items when the command is judged. */
export interface Candidate {
  readonly personId: string;
  /** Why not, if not: off duty, not licensed, lapsed training … */
  readonly barred?: string;
}

export type RosterCommand =
  | {
      readonly type: 'assign';
      readonly hall: string;
      readonly role: string;
      readonly caseId: string;
      /** Persons who may not have this case: four eyes, recusal. */
      readonly notThese: readonly string[];
    }
  | { readonly type: 'release'; readonly caseId: string; readonly personId: string };

export interface RosterTypes extends RecordTypes {
  readonly state: RosterState;
  readonly personal: null;
  readonly event: RosterEvent;
  readonly command: RosterCommand;
  readonly reference: readonly Candidate[];
}

/**
 * The roster of a team: assigning is its next version, so two cases at once cannot both see the same load. The case is
 * told by a follow-up. On an eligible desk already: refused, naming whose. Nobody eligible: the case stays in the team's queue, and the event says so. [3.4.1]
 */
export const rosterDefinition: RecordDefinition<RosterTypes> = {
  kind: 'roster',
  schemaVersion: 1,
  schema: { state, personal: z.null(), event },
  judge: (current, { command, now, reference }) => {
    if (command.type === 'release') {
      if (current === undefined) return refuse('not-found');
      const { caseId, personId } = command;
      const members = current.state.members.map((one) =>
        one.personId === personId ? released(one, caseId, now) : one,
      );
      return accept({
        ...kept(current.hall),
        event: { type: 'released', caseId, personId },
        state: { ...current.state, members },
      });
    }
    const members = membersOf(current?.state.members ?? [], reference, now);
    const holder = pickAssignee(
      members.filter(({ open }) => open.includes(command.caseId)),
      reference,
      command.notThese,
    );
    if (holder !== undefined) return refuse('already-assigned', { personId: holder.personId });
    const picked = pickAssignee(members, reference, command.notThese);
    if (picked === undefined) return refuse('nobody-eligible', { role: command.role });
    const { personId, why } = picked;
    return accept({
      ...kept(command.hall),
      event: { type: 'assigned', caseId: command.caseId, personId, why },
      state: {
        role: command.role,
        members: members.map((one) =>
          one.personId === personId
            ? { ...one, open: [...one.open.filter((id) => id !== command.caseId), command.caseId] }
            : released(one, command.caseId, now),
        ),
      },
      followUps: [
        {
          to: { kind: 'case', id: command.caseId },
          command: { type: 'assign', personId, why },
          onRefusal: 'release',
        },
      ],
    });
  },
  headOf: ({ state: { role, members } }) => ({ card: { role, members: members.length } }),
};

function kept(hall: string) {
  return { hall, personal: null };
}

function released(one: RosterMember, caseId: string, now: string): RosterMember {
  if (!one.open.includes(caseId)) return one;
  const open = one.open.filter((id) => id !== caseId);
  return { ...one, open, idleSince: open.length === 0 ? now : one.idleSince };
}

/** Members as they are now: who joined has no load, who left keeps none. */
function membersOf(
  before: readonly RosterMember[],
  candidates: readonly Candidate[],
  now: string,
): RosterMember[] {
  return candidates.map(
    ({ personId }) =>
      before.find((one) => one.personId === personId) ?? { personId, open: [], idleSince: now },
  );
}
