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

/**
 * The person a login belongs to. At the first sign-in the link is put, if absent, with a new person; who loses takes
 * the winner's. The person's record is made after the link, again and again until it is there.
 */
export async function identifyCustomer(
  {
    logins,
    kernel,
    newId,
  }: { readonly logins: Logins; readonly kernel: RecordKernel; readonly newId: () => string },
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
  now: string,
): Promise<Customer> {
  const known = await logins.personOf(issuer, subject);
  const personId = known?.begun
    ? known.personId
    : await beginPerson({ logins, kernel, newId }, { issuer, subject }, known?.personId, now);
  return {
    personId,
    asker: { kind: 'customer', personId, mayActFor: [] },
    actor: { kind: 'customer', id: personId },
  };
}

async function beginPerson(
  { logins, kernel, newId }: Parameters<typeof identifyCustomer>[0],
  { issuer, subject }: Parameters<typeof identifyCustomer>[1],
  known: string | undefined,
  now: string,
): Promise<string> {
  const personId = known ?? (await logins.link(issuer, subject, `person-${newId()}`));
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
