import { personDefinition } from '../../domain/people/person.ts';
import type { Asker } from '../../domain/permissions.ts';
import type { Author } from '../../domain/record/version.ts';
import type { Logins } from '../../ports/logins.ts';
import { giveCommand } from '../record/give-command.ts';
import type { RecordKernel } from '../record/kernel.ts';

export interface Customer {
  readonly personId: string;
  readonly asker: Extract<Asker, { kind: 'customer' }>;
  readonly actor: Author;
}

interface CustomerLogin {
  readonly issuer: string;
  readonly subject: string;
  /** Made of contact and number, and so the same in the pool of every region; the subject itself where there is none. */
  readonly username: string;
}

/** Where the logins of every region's pool meet. */
const EVERY_POOL = 'customers';

/**
 * The person a login belongs to. At the first sign-in the link is put, if absent, with a new person; who loses takes
 * the winner's. The pool of another region knows its own login of the same name: it leads to the same person. The
 * person's record is made after the link, again and again until it is there.
 */
export async function identifyCustomer(
  {
    logins,
    kernel,
    newId,
  }: { readonly logins: Logins; readonly kernel: RecordKernel; readonly newId: () => string },
  { issuer, subject, username }: CustomerLogin,
  now: string,
): Promise<Customer> {
  const known = await logins.personOf(issuer, subject);
  const personId = known?.begun
    ? known.personId
    : await beginPerson({ logins, kernel, newId }, { issuer, subject, username }, known?.personId, now);
  return {
    personId,
    asker: { kind: 'customer', personId, mayActFor: [] },
    actor: { kind: 'customer', id: personId },
  };
}

async function beginPerson(
  { logins, kernel, newId }: Parameters<typeof identifyCustomer>[0],
  login: CustomerLogin,
  known: string | undefined,
  now: string,
): Promise<string> {
  const { issuer, subject } = login;
  const personId = known ?? (await linkPerson(logins, login, `person-${newId()}`));
  await giveCommand(kernel, personDefinition, {
    id: personId,
    command: { type: 'sign-in-first', contacts: [] },
    actor: { kind: 'system', id: 'sign-in' },
    key: `first/${personId}`,
    now,
    reference: async () => undefined,
  });
  await logins.noteBegun(issuer, subject);
  return personId;
}

async function linkPerson(
  logins: Logins,
  { issuer, subject, username }: CustomerLogin,
  fresh: string,
): Promise<string> {
  if (username === subject) return logins.link(issuer, subject, fresh);
  return logins.link(issuer, subject, await logins.link(EVERY_POOL, username, fresh));
}
