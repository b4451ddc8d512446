import type { Role } from '../../domain/case/rule.ts';
import { LIST_ROLES } from '../../domain/destruction/destruction-list.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Login } from '../../http/identity.ts';
import { type Colleague, identifyColleague, isRefusal } from '../../use-cases/identity/identify-colleague.ts';
import type { ArchiveDesk } from './routes.ts';

const READERS: readonly Role[] = [...new Set(Object.values(LIST_ROLES).flat())];

/** Whoever has a part in destruction lists sees them; nobody else does. */
export async function identifyForLists(
  desk: Pick<ArchiveDesk, 'logins' | 'colleagues'>,
  login: Login,
  now: string,
): Promise<Colleague | Refusal> {
  const who = await identifyColleague(desk, login, now, true);
  if (isRefusal(who)) return who;
  const reads = who.session.roles.some((role) => READERS.includes(role));
  return reads ? who : { kind: 'not-permitted', facts: { command: 'destruction-lists' } };
}
