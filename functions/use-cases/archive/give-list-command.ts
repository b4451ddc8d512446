import {
  type DestructionListCommand,
  type DestructionListTypes,
  destructionListDefinition,
  LIST_ROLES,
} from '../../domain/destruction/destruction-list.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { AccessLog, RecordStore } from '../../ports/record-store.ts';
import type { Colleague } from '../identity/identify-colleague.ts';
import type { CommandAnswer } from '../record/command-given.ts';
import { giveCommand } from '../record/give-command.ts';
import type { RecordKernel } from '../record/kernel.ts';
import { judgeItems } from './list-items.ts';

export interface ListAccess {
  readonly kernel: RecordKernel;
  readonly store: RecordStore;
  readonly access: AccessLog;
  readonly newId: () => string;
}

export interface GivenToList {
  readonly listId: string;
  readonly command: Exclude<DestructionListCommand, { type: 'carry-out' }>;
  readonly who: Colleague;
  readonly key: string;
  readonly seenVersion?: number;
  readonly now: string;
}

/**
 * Gives a colleague's command to a destruction list, judged by every record on it as it is now. What is refused is put on
 * the access record of the list: who tried what, and why not. [6.4.2]
 */
export async function giveListCommand(
  access: ListAccess,
  given: GivenToList,
): Promise<CommandAnswer<DestructionListTypes>> {
  const { listId: id, command, who, key, seenVersion, now } = given;
  const { hall } = who.session;
  const answer = await giveCommand(access.kernel, destructionListDefinition, {
    id,
    command,
    actor: who.actor,
    key,
    now,
    ...(seenVersion !== undefined && { seen: { version: seenVersion } }),
    mayGive: (current) => permissionRefusal(command.type, who, current?.hall),
    reference: async (current) => {
      const items = command.type === 'draft' ? command.items : (current?.state.items ?? []);
      const caseIds = items.map(({ caseId }) => caseId);
      // A rejected list stops nothing: what is on it need not be judged.
      if (command.type === 'reject') return { refusals: [] };
      return { refusals: (await judgeItems(access, hall, caseIds, now)).refusals };
    },
  });
  if (!answer.done) await recordRefusal(access, given, answer.refusal);
  return answer;
}

function permissionRefusal(
  command: keyof typeof LIST_ROLES,
  { session }: Colleague,
  hall: string | undefined,
): Refusal | undefined {
  if (hall !== undefined && hall !== session.hall) return { kind: 'not-found' };
  const permitted = LIST_ROLES[command].some((role) => session.roles.includes(role));
  return permitted ? undefined : { kind: 'not-permitted', facts: { command } };
}

async function recordRefusal(
  { access, newId }: ListAccess,
  { listId, command, who, now }: GivenToList,
  { kind }: Refusal,
): Promise<void> {
  await access.recordAccess(
    { kind: 'destruction-list', id: listId },
    {
      accessId: newId(),
      at: now,
      by: { kind: who.actor.kind, id: who.actor.id },
      what: `refused-${command.type}`,
      why: kind,
    },
  );
}
