import { queuesOf } from '../../domain/permissions.ts';
import { changeDuty, readColleague, signOutColleague } from '../../http/contract/people.ts';
import { route } from '../../http/route.ts';
import type { BlindIndex } from '../../ports/record-keys.ts';
import type { StaffSignIn } from '../../ports/sign-in.ts';
import type { StaffProvider } from '../../ports/staff-provider.ts';
import type { Proofs } from '../../ports/transient.ts';
import { identifyColleague, isRefusal } from '../../use-cases/identity/identify-colleague.ts';
import { changePerson, type StaffRecords } from '../../use-cases/people/change-person.ts';
import { administrationRoutes } from './administration.ts';
import { proveAgainRoutes } from './prove-again.ts';

export interface People extends StaffRecords {
  readonly signIn: StaffSignIn;
  /** Where the stage has one, colleagues prove there who they are. */
  readonly provider: StaffProvider | undefined;
  readonly proofs: Proofs;
  readonly blindIndex: BlindIndex;
  readonly newId: () => string;
}

/** A shift: duty ends by itself. */
const DUTY_HOURS = 10;

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
    ...proveAgainRoutes(people),
    ...administrationRoutes(people),
  ];
}
