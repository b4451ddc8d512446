import { addLogin, changeColleague, enrolColleague } from '../../http/contract/people.ts';
import type { Login } from '../../http/identity.ts';
import { route } from '../../http/route.ts';
import { type Colleague, identifyColleague, isRefusal } from '../../use-cases/identity/identify-colleague.ts';
import { addLogin as addLoginTo } from '../../use-cases/people/add-login.ts';
import { changePerson } from '../../use-cases/people/change-person.ts';
import { enrol } from '../../use-cases/people/enrol.ts';
import type { People } from './routes.ts';

/** What an administrator does with the colleagues of their own hall; nobody else's are there for them. [7.1.3] */
export function administrationRoutes(people: People) {
  return [
    route(enrolColleague, async ({ body, idempotencyKey, now }, login) => {
      const who = await identifyAdministrator(people, login, now);
      if (isRefusal(who)) return { refusal: who };
      return enrol(people, { ...body, hall: who.session.hall }, who.actor, idempotencyKey, now);
    }),
    route(addLogin, async ({ params: { personId }, body, idempotencyKey, now }, login) => {
      const who = await identifyAdministrator(people, login, now, personId);
      if (isRefusal(who)) return { refusal: who };
      return addLoginTo(people, personId, body, who.actor, idempotencyKey, now);
    }),
    route(changeColleague, async ({ params: { personId, change }, idempotencyKey, now }, login) => {
      const who = await identifyAdministrator(people, login, now, personId);
      if (isRefusal(who)) return { refusal: who };
      const commands = {
        leave: { type: 'leave', at: now },
        freeze: { type: 'freeze', at: now },
        'off-duty': { type: 'go-off-duty' },
      } as const;
      const changed = await changePerson(people, personId, commands[change], who.actor, idempotencyKey, now);
      return changed.done
        ? { answer: { version: changed.record.version.version } }
        : { refusal: changed.refusal };
    }),
  ];
}

/** An administrator, and the colleague they name if one is of their hall: others are not found, whoever they are. */
async function identifyAdministrator(people: People, login: Login, now: string, personId?: string) {
  const who = await identifyColleague(people, login, now, false);
  if (isRefusal(who)) return who;
  if (!who.session.roles.includes('administrator')) return { kind: 'not-permitted' };
  if (personId !== undefined && !(await isOfHall(people, personId, who))) return { kind: 'not-found' };
  return who;
}

async function isOfHall({ colleagues }: People, personId: string, { session }: Colleague): Promise<boolean> {
  return (await colleagues.session(personId))?.hall === session.hall;
}
