import type { Role } from '../../../functions/domain/case/rule.ts';
import { ROLES } from '../../../functions/domain/case/rule.ts';
import { type MandateCommand, mandateDefinition } from '../../../functions/domain/mandate/mandate.ts';
import type { PersonCommand } from '../../../functions/domain/people/person.ts';
import type { Session } from '../../../functions/domain/people/session.ts';
import { changePerson } from '../../../functions/use-cases/people/change-person.ts';
import { giveCommand } from '../../../functions/use-cases/record/give-command.ts';
import { givenSession } from '../given/colleagues.ts';
import type { Who } from '../oracles/routes.ts';
import type { World } from './world.ts';

const SYSTEM = { kind: 'system', id: 'test' } as const;
const EVER = '2099-01-01T00:00:00Z';
const AGO = '2026-01-01T00:00:00Z';

const OUT: Readonly<Record<string, Partial<Session>>> = {
  left: { leftAt: AGO },
  frozen: { frozenAt: AGO },
  'agreement-lapsed': { agreementUntil: AGO },
  'training-lapsed': { trainingUntil: AGO },
  'not-signed-in': { signedOutAt: '2099-01-01T00:00:00Z' },
};

const someone = { hall: '', roles: [], mayActFor: [], onDuty: false } as const;
const customer = (personId: string, mayActFor: readonly string[] = []): Who => ({
  ...someone,
  kind: 'customer',
  token: 'customers',
  personId,
  mayActFor,
});
const colleague = (personId: string, roles: readonly Role[], more: Partial<Who> = {}): Who => ({
  ...someone,
  kind: 'staff',
  token: 'staff',
  hall: 'hall-1',
  onDuty: true,
  personId,
  roles,
  ...more,
});

const OFFICE = ROLES.filter((role) => role !== 'auditor' && role !== 'administrator');

/** Everyone who may ask, by what they are. The case is of `person-customer`, in hall-1. */
export const PEOPLE: Readonly<Record<string, Who>> = {
  nobody: { ...someone, kind: 'customer', token: 'none', personId: 'nobody' },
  'the applicant': customer('person-customer'),
  'another customer': customer('person-other'),
  'a representative': customer('person-rep', ['person-customer']),
  'a representative for another service': customer('person-rep-other-service'),
  'a representative whose mandate is over': customer('person-rep-over'),
  'a representative whose mandate was ended': customer('person-rep-ended'),
  'a machine': { ...someone, kind: 'system', token: 'machines', personId: 'machine' },
  'a login that leads to no colleague': colleague('', [], { out: 'not-a-colleague' }),
  ...Object.fromEntries(ROLES.map((role) => [role, colleague(`person-${role}`, [role])])),
  'everyone of another hall': colleague('person-elsewhere', ROLES, { hall: 'hall-2' }),
  'everyone, off duty': colleague('person-off-duty', ROLES, { onDuty: false }),
  'a colleague who is the applicant': colleague('person-customer', OFFICE),
  ...Object.fromEntries(
    Object.keys(OUT).map((why) => [`everyone: ${why}`, colleague(`person-${why}`, ROLES, { out: why })]),
  ),
};

/** Puts all of them into a world, with their sessions and mandates. */
export async function settlePeople(world: World): Promise<void> {
  for (const [name, who] of Object.entries(PEOPLE)) {
    if (who.token === 'none' || who.token === 'machines' || who.out === 'not-a-colleague') continue;
    await world.logins.link(who.token, name, who.personId);
    await world.logins.noteBegun(who.token, name);
    if (who.token === 'staff') await settleColleague(world, who);
  }
  await mandate(world, 'person-rep', { services: ['sole-trader-registration'] });
  await mandate(world, 'person-rep-other-service', { services: ['another-service'] });
  await mandate(world, 'person-rep-over', { until: AGO });
  await mandate(world, 'person-rep-ended', {});
  await giveMandate(world, 'person-rep-ended', { type: 'end' });
}

async function settleColleague(
  world: World,
  { personId, roles, hall, onDuty, out = '' }: Who,
): Promise<void> {
  const held = ROLES.filter((role) => roles.includes(role));
  const command: PersonCommand = {
    type: 'enrol',
    name: '同事',
    contacts: ['colleague@example.org'],
    ...{ hall, roles: held, services: [], leftAt: null, frozenAt: null },
    ...{ onDutyUntil: onDuty ? EVER : null, agreementUntil: EVER, trainingUntil: EVER },
  };
  await changePerson(world, personId, command, SYSTEM, `enrol/${personId}`, world.story.now());
  const source = (await world.colleagues.session(personId))?.source ?? 1;
  const session = givenSession({ personId, roles: held, hall, onDutyUntil: onDuty ? EVER : null, source });
  await world.colleagues.keepSession({ ...session, ...OUT[out] });
  await world.transient.keepProof(personId, Date.parse(EVER) / 1000);
}

async function mandate(
  world: World,
  representativeId: string,
  given: { services?: string[]; until?: string },
): Promise<void> {
  await giveMandate(world, representativeId, {
    type: 'grant',
    hall: 'hall-1',
    principalId: 'person-customer',
    representativeId,
    services: [],
    from: '2020-01-01T00:00:00Z',
    until: EVER,
    ...given,
  });
}

async function giveMandate({ kernel, story }: World, id: string, command: MandateCommand): Promise<void> {
  const answer = await giveCommand(kernel, mandateDefinition, {
    id: `mandate-${id}`,
    command,
    actor: SYSTEM,
    key: `${id}/${command.type}`,
    now: story.now(),
    reference: async () => undefined,
  });
  if (!answer.done) throw new Error(`No mandate: ${answer.refusal.kind}`);
}
