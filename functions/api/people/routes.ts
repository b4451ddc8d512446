import { queuesOf } from '../../domain/permissions.ts';
import { changeDuty, readColleague, reauthenticate, signOutColleague } from '../../http/contract/people.ts';
import { route } from '../../http/route.ts';
import type { BlindIndex } from '../../ports/record-keys.ts';
import type { StaffSignIn } from '../../ports/sign-in.ts';
import type { Proofs } from '../../ports/transient.ts';
import { identifyColleague, isRefusal } from '../../use-cases/identity/identify-colleague.ts';
import { changePerson, type StaffRecords } from '../../use-cases/people/change-person.ts';
import { administrationRoutes } from './administration.ts';

export interface People extends StaffRecords {
  readonly signIn: StaffSignIn;
  readonly proofs: Proofs;
  readonly blindIndex: BlindIndex;
  readonly newId: () => string;
}

/** A shift: duty ends by itself. */
const DUTY_HOURS = 10;
const PROOF_SECONDS = 300;

/** Colleagues: who am I, duty, signing out everywhere, proving again who signs. [7.1.3] */
export function peopleRoutes(people: People) {
  return [
    route(readColleague, async ({ now }, login) => {
      const who = await identifyColleague(people, login, now, false);
      if (isRefusal(who)) return { refusal: who };
      const { personId, hall, roles, onDutyUntil } = who.session;
      const queues = ['mine' as const, ...queuesOf(roles)];
      const duty = onDutyUntil !== null && onDutyUntil > now ? { onDutyUntil } : {};
      return { answer: { personId, hall, roles, queues, ...duty } };
    }),
    route(changeDuty, async ({ body: { onDuty }, now, reference }, login) => {
      const who = await identifyColleague(people, login, now, false);
      if (isRefusal(who)) return { refusal: who };
      const until = new Date(Date.parse(now) + DUTY_HOURS * 3_600_000).toISOString();
      const command = onDuty ? ({ type: 'go-on-duty', until } as const) : ({ type: 'go-off-duty' } as const);
      const changed = await changePerson(
        people,
        who.session.personId,
        command,
        who.actor,
        `duty/${reference}`,
        now,
      );
      if (!changed.done) return { refusal: changed.refusal };
      return { answer: onDuty ? { onDutyUntil: until } : {} };
    }),
    route(signOutColleague, async ({ now, reference }, login) => {
      const who = await identifyColleague(people, login, now, false);
      if (isRefusal(who)) return { refusal: who };
      const ended = { type: 'sign-out', at: now } as const;
      await changePerson(people, who.session.personId, ended, who.actor, `sign-out/${reference}`, now);
      await people.signIn.signOut(login.username);
      return { answer: {} };
    }),
    route(reauthenticate, async ({ body: { password, code }, now }, login) => {
      const who = await identifyColleague(people, login, now, true);
      if (isRefusal(who)) return { refusal: who };
      const proved = await proveAgain(people.signIn, login.username, password, code);
      if (!proved) return { refusal: { kind: 'not-proved' } };
      const until = Math.floor(Date.parse(now) / 1000) + PROOF_SECONDS;
      await people.proofs.keepProof(who.session.personId, until);
      return { answer: { provedUntil: new Date(until * 1000).toISOString() } };
    }),
    ...administrationRoutes(people),
  ];
}

async function proveAgain(
  signIn: StaffSignIn,
  username: string,
  password: string,
  code: string,
): Promise<boolean> {
  const first = await signIn.start({ username, password });
  if (first.step !== 'challenge' || first.challenge !== 'one-time-password') return false;
  const second = await signIn.answer({
    username,
    session: first.session,
    challenge: first.challenge,
    response: code,
  });
  return second.step === 'signed-in';
}
