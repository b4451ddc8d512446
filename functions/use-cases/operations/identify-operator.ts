import { mayRunOperations, maySeeOperations } from '../../domain/operations/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Colleague, identifyColleague, isRefusal } from '../identity/identify-colleague.ts';

type Given = Parameters<typeof identifyColleague>;

/** A colleague who may see (`see`) or act on (`run`) how the system is run; duty is no condition: faults keep no hours. */
export async function identifyOperator(
  people: Given[0],
  login: Given[1],
  now: string,
  to: 'see' | 'run',
): Promise<Colleague | Refusal> {
  const who = await identifyColleague(people, login, now, false);
  if (isRefusal(who)) return who;
  const { roles } = who.session;
  const may = to === 'see' ? maySeeOperations(roles) : mayRunOperations(roles);
  return may ? who : { kind: 'not-permitted' };
}
