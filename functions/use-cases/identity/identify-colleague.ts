import { dutyRefusal, type Session, sessionRefusal, signOutRefusal } from '../../domain/people/session.ts';
import type { Asker } from '../../domain/permissions.ts';
import type { Author } from '../../domain/record/version.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Colleagues } from '../../ports/colleagues.ts';
import type { Logins } from '../../ports/logins.ts';

export interface Colleague {
  readonly session: Session;
  readonly asker: Extract<Asker, { kind: 'staff' }>;
  readonly actor: Author;
}

export interface StaffLogin {
  readonly issuer: string;
  readonly subject: string;
  readonly signedInAtEpochSeconds: number;
}

/**
 * The colleague behind a login, by the session item as it is now: who left, was frozen, or whose agreement or training
 * has lapsed is out at the next click, and so is a session that was ended, whatever the token says. Work on cases needs duty too. [7.1.3]
 */
export async function identifyColleague(
  { logins, colleagues }: { readonly logins: Logins; readonly colleagues: Pick<Colleagues, 'session'> },
  { issuer, subject, signedInAtEpochSeconds }: StaffLogin,
  now: string,
  needsDuty: boolean,
): Promise<Colleague | Refusal> {
  const linked = await logins.personOf(issuer, subject);
  const session = linked && (await colleagues.session(linked.personId));
  const refusal = sessionRefusal(session, now);
  if (refusal !== undefined || session === undefined) return refusal ?? { kind: 'not-a-colleague' };
  const ended = signOutRefusal(session, signedInAtEpochSeconds);
  if (ended !== undefined) return ended;
  const offDuty = needsDuty ? dutyRefusal(session, now) : undefined;
  if (offDuty !== undefined) return offDuty;
  const { hall, roles } = session;
  return {
    session,
    asker: { kind: 'staff', personId: session.personId, hall, roles },
    actor: { kind: 'staff', id: session.personId },
  };
}

export function isRefusal(value: object): value is Refusal {
  return 'kind' in value;
}
