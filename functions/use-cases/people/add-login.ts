import type { Author } from '../../domain/record/version.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { StaffSignIn } from '../../ports/sign-in.ts';
import { changePerson, type StaffRecords } from './change-person.ts';

export interface FurtherLogin {
  readonly username: string;
  readonly email: string;
  readonly temporaryPassword: string;
}

const TAKEN = { refusal: { kind: 'login-of-another' } } as const;

/**
 * Gives a colleague a further sign-in: what they do by it they do as the same person, so that four-eyes holds through
 * it. On record before it opens anything; run again it goes on where it stopped. A login that is somebody's stays
 * theirs. [2.2.1]
 */
export async function addLogin(
  adding: StaffRecords & { readonly signIn: StaffSignIn },
  personId: string,
  { username, email, temporaryPassword }: FurtherLogin,
  actor: Author,
  key: string,
  now: string,
): Promise<{ answer: { version: number } } | { refusal: Refusal }> {
  const login = await adding.signIn.enrol({ username, email, temporaryPassword });
  if ('refusal' in login) return login;
  const { issuer, subject } = login;
  const owner = await adding.logins.personOf(issuer, subject);
  if (owner !== undefined && owner.personId !== personId) return TAKEN;
  const command = { type: 'add-login', issuer, subject, email } as const;
  const answer = await changePerson(adding, personId, command, actor, key, now);
  if (!answer.done && answer.refusal.kind !== 'already-there') return { refusal: answer.refusal };
  if ((await adding.logins.link(issuer, subject, personId)) !== personId) return TAKEN;
  return answer.done ? { answer: { version: answer.record.version.version } } : { refusal: answer.refusal };
}
