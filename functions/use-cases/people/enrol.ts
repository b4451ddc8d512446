import type { Role } from '../../domain/case/rule.ts';
import type { Author } from '../../domain/record/version.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { BlindIndex } from '../../ports/record-keys.ts';
import type { StaffSignIn } from '../../ports/sign-in.ts';
import { changePerson, type StaffRecords } from './change-person.ts';

export interface NewColleague {
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly temporaryPassword: string;
  readonly hall: string;
  readonly roles: Role[];
  readonly services: string[];
  readonly agreementUntil: string;
  readonly trainingUntil: string;
}

/**
 * Makes a colleague: login, link, record, session item, in that order; run again with the same key it goes on where it
 * stopped. The password is to be changed and an authenticator set up at the first sign-in.
 */
export async function enrol(
  enrolling: StaffRecords & { readonly signIn: StaffSignIn; readonly blindIndex: BlindIndex },
  { username, email, temporaryPassword, ...colleague }: NewColleague,
  actor: Author,
  key: string,
  now: string,
): Promise<{ answer: { personId: string } } | { refusal: Refusal }> {
  const fresh = `person-${(await enrolling.blindIndex.claimMac('colleague', username)).slice(0, 22)}`;
  // The pool of another region does not know them yet: whoever made their login there could sign in as them.
  const known = await enrolling.colleagues.session(fresh);
  if (known !== undefined && known.hall !== colleague.hall) return { refusal: { kind: 'login-of-another' } };
  const login = await enrolling.signIn.enrol({ username, email, temporaryPassword });
  if ('refusal' in login) return login;
  const { issuer, subject } = login;
  const personId = await enrolling.logins.link(issuer, subject, fresh);
  const member = { ...colleague, contacts: [email], onDutyUntil: null, leftAt: null, frozenAt: null };
  const answer = await changePerson(enrolling, personId, { type: 'enrol', ...member }, actor, key, now);
  return answer.done ? { answer: { personId } } : { refusal: answer.refusal };
}
