import * as z from 'zod/mini';
import { ROLES } from '../case/rule.ts';
import type { GivenOf, NextOf, RecordDefinition, RecordTypes, VersionOf } from '../record/definition.ts';
import { accept, refuse, type Verdict } from '../refusal.ts';

const staff = z.strictObject({
  hall: z.string(),
  roles: z.array(z.enum(ROLES)).check(z.minLength(1)),
  services: z.array(z.string()),
  onDutyUntil: z.nullable(z.string()),
  leftAt: z.nullable(z.string()),
  frozenAt: z.nullable(z.string()),
  agreementUntil: z.string(),
  trainingUntil: z.string(),
  /** Whoever signed in before then has to sign in again. */
  signedOutAt: z.exactOptional(z.string()),
});

const login = z.strictObject({ issuer: z.string(), subject: z.string() });

const state = z.strictObject({
  assurance: z.enum(['contact', 'checked']),
  staff: z.exactOptional(staff),
  /** Sign-ins beside the first: whoever acts by one of them is still this person. */
  furtherLogins: z.exactOptional(z.array(login)),
});
export type PersonState = z.infer<typeof state>;

const personal = z.strictObject({ name: z.string(), contacts: z.array(z.string()) });
export type PersonPersonal = z.infer<typeof personal>;

const event = z.looseObject({ type: z.string() });
type PersonEvent = z.infer<typeof event>;

export const enrolInput = z.strictObject({
  name: z.string().check(z.minLength(2), z.maxLength(50)),
  contacts: z.array(z.string()),
  ...staff.shape,
});

export type PersonCommand =
  | { readonly type: 'sign-in-first'; readonly contacts: readonly string[] }
  | ({ readonly type: 'enrol' } & z.infer<typeof enrolInput>)
  | { readonly type: 'confirm-identity'; readonly caseId: string }
  | { readonly type: 'go-on-duty'; readonly until: string }
  | { readonly type: 'go-off-duty' }
  | { readonly type: 'sign-out'; readonly at: string }
  | ({ readonly type: 'add-login'; readonly email: string } & z.infer<typeof login>)
  | { readonly type: 'leave'; readonly at: string }
  | { readonly type: 'freeze'; readonly at: string }
  | { readonly type: 'change-roles'; readonly roles: PersonStaff['roles'] };

type PersonStaff = z.infer<typeof staff>;
type Next = NextOf<PersonTypes>;

const NO_HALL = 'people';

export interface PersonTypes extends RecordTypes {
  readonly state: PersonState;
  readonly personal: PersonPersonal;
  readonly event: PersonEvent;
  readonly command: PersonCommand;
  readonly reference: undefined;
}

/** Every human has a record of ours; logins link to it. Staff have a hall, roles, and dates until which they may work. */
export const personDefinition: RecordDefinition<PersonTypes> = {
  kind: 'person',
  schemaVersion: 1,
  schema: { state, personal, event },
  judge: judgePerson,
  headOf: ({ state: { staff: member, assurance } }) => ({
    card: { assurance, roles: member?.roles.join(',') ?? '', onDutyUntil: member?.onDutyUntil ?? null },
    ...(member && { queue: { hall: member.hall, queue: 'colleagues', sort: '' } }),
  }),
  commuting: new Set<PersonCommand['type']>([
    'confirm-identity',
    'go-on-duty',
    'go-off-duty',
    'sign-out',
    'leave',
    'freeze',
  ]),
};

function judgePerson(
  current: VersionOf<PersonTypes> | undefined,
  { command }: GivenOf<PersonTypes>,
): Verdict<Next> {
  if (current === undefined) return begin(command);
  const same = { hall: current.hall, personal: current.personal, event: { type: command.type } };
  switch (command.type) {
    case 'sign-in-first':
    case 'enrol':
      return refuse('already-there');
    case 'confirm-identity':
      return accept({ ...same, state: { ...current.state, assurance: 'checked' } });
    default:
      return changeStaff(current, command, same);
  }
}

function begin(command: PersonCommand): Verdict<Next> {
  if (command.type === 'sign-in-first') {
    return accept({
      hall: NO_HALL,
      event: { type: 'signed-in-first' },
      state: { assurance: 'contact' },
      personal: { name: '', contacts: [...command.contacts] },
    });
  }
  if (command.type !== 'enrol') return refuse('not-found');
  const { type: _type, name, contacts, ...member } = command;
  return accept({
    hall: member.hall,
    event: { type: 'enrolled' },
    state: { assurance: 'checked', staff: member },
    personal: { name, contacts },
  });
}

function changeStaff(
  { state: before }: { readonly state: PersonState },
  command: Exclude<PersonCommand, { type: 'sign-in-first' | 'enrol' | 'confirm-identity' }>,
  same: Omit<Next, 'state'>,
): Verdict<Next> {
  const { staff: member } = before;
  if (member === undefined) return refuse('not-a-colleague');
  const change = (changed: Partial<PersonStaff>) =>
    accept({ ...same, state: { ...before, staff: { ...member, ...changed } } });
  switch (command.type) {
    case 'go-on-duty':
      return member.leftAt === null ? change({ onDutyUntil: command.until }) : refuse('left');
    case 'go-off-duty':
      return change({ onDutyUntil: null });
    case 'sign-out':
      return change({ signedOutAt: command.at });
    case 'add-login':
      return member.leftAt === null ? addLogin(before, command, same) : refuse('left');
    case 'leave':
      return change({ leftAt: command.at, onDutyUntil: null });
    case 'freeze':
      return change({ frozenAt: command.at });
    case 'change-roles':
      return command.roles.length === 0 ? refuse('roles-missing') : change({ roles: command.roles });
  }
}

/** Which sign-in was added, by its subject; whose it is goes without saying: it is on their own record. */
function addLogin(
  before: PersonState,
  { issuer, subject, email }: Extract<PersonCommand, { type: 'add-login' }>,
  same: Omit<Next, 'state'>,
): Verdict<Next> {
  const known = before.furtherLogins ?? [];
  if (known.some((one) => one.issuer === issuer && one.subject === subject)) return refuse('already-there');
  const { name, contacts } = same.personal;
  return accept({
    ...same,
    event: { type: 'login-added', issuer, subject },
    personal: { name, contacts: [...new Set([...contacts, email])] },
    state: { ...before, furtherLogins: [...known, { issuer, subject }] },
  });
}
