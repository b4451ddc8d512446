import {
  type PersonCommand,
  type PersonState,
  type PersonTypes,
  personDefinition,
} from '../../domain/people/person.ts';
import type { Session } from '../../domain/people/session.ts';
import type { Author } from '../../domain/record/version.ts';
import type { Colleagues } from '../../ports/colleagues.ts';
import type { Logins } from '../../ports/logins.ts';
import type { CommandAnswer } from '../record/command-given.ts';
import { giveCommand } from '../record/give-command.ts';
import type { RecordKernel } from '../record/kernel.ts';

export interface StaffRecords {
  readonly kernel: RecordKernel;
  readonly colleagues: Colleagues;
  readonly logins: Logins;
}

/**
 * What takes a right away is written to the session item first, then to the record; what gives one, the other way round.
 * Signing out goes by the record too: whoever is signed out already could not ask again when it failed half-way.
 */
const TAKES_AWAY: ReadonlySet<PersonCommand['type']> = new Set<PersonCommand['type']>([
  'leave',
  'freeze',
  'go-off-duty',
  'change-roles',
]);

/**
 * Changes a colleague's record and session item, in the order that never leaves a right standing that was taken away;
 * answered after both. [7.1.3]
 */
export async function changePerson(
  records: StaffRecords,
  personId: string,
  command: PersonCommand,
  actor: Author,
  key: string,
  now: string,
): Promise<CommandAnswer<PersonTypes>> {
  if (TAKES_AWAY.has(command.type)) await takeAwayFirst(records, personId, command);
  const answer = await giveCommand(records.kernel, personDefinition, {
    id: personId,
    command,
    actor,
    key,
    now,
    reference: async () => undefined,
  });
  if (answer.done) {
    const { state, version } = answer.record.version;
    const session = sessionOf(personId, state, version);
    if (session !== undefined) await records.colleagues.keepSession(session);
  }
  return answer;
}

async function takeAwayFirst(
  { colleagues }: StaffRecords,
  personId: string,
  command: PersonCommand,
): Promise<void> {
  const held = await colleagues.session(personId);
  if (held === undefined) return;
  if (command.type === 'change-roles') {
    if (command.roles.length === 0) return;
    const kept = held.roles.filter((role) => command.roles.includes(role));
    return colleagues.keepSession({ ...held, roles: kept });
  }
  const off = { ...held, onDutyUntil: null };
  if (command.type === 'leave') await colleagues.keepSession({ ...off, leftAt: command.at });
  else if (command.type === 'freeze') await colleagues.keepSession({ ...off, frozenAt: command.at });
  else await colleagues.keepSession(off);
}

/** The session item a person's record stands for; customers have none. */
export function sessionOf(personId: string, { staff }: PersonState, source: number): Session | undefined {
  return staff && { personId, ...staff, source };
}
