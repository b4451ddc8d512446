import { expect, test } from 'vitest';
import type { PersonCommand } from '../../../functions/domain/people/person.ts';
import { changePerson } from '../../../functions/use-cases/people/change-person.ts';
import { crashBefore } from '../../support/fakes/faults.ts';
import { givenColleagues, givenSession } from '../../support/given/colleagues.ts';
import { makeTestKernel } from '../../support/kernel.ts';

const NOW = '2026-03-02T01:00:00Z';

/** A colleague with two roles, whose record cannot be written: what the session item says is all that holds. */
async function whileTheRecordCannotBeWritten(command: PersonCommand) {
  const { kernel } = makeTestKernel(crashBefore(0));
  const colleagues = givenColleagues([givenSession({ roles: ['reviewer', 'approver'] })]);
  const logins = {
    personOf: async () => undefined,
    link: async () => 'person-reviewer',
    noteBegun: async () => {},
  };
  const changing = changePerson(
    { kernel, colleagues, logins },
    'person-reviewer',
    command,
    { kind: 'staff', id: 'person-admin' },
    'k1',
    NOW,
  );
  await expect(changing).rejects.toThrow();
  return colleagues.sessions.at(-1);
}

test.each([
  [
    { type: 'leave', at: NOW },
    { leftAt: NOW, onDutyUntil: null },
  ],
  [
    { type: 'freeze', at: NOW },
    { frozenAt: NOW, onDutyUntil: null },
  ],
  [{ type: 'go-off-duty' }, { onDutyUntil: null }],
  [{ type: 'change-roles', roles: ['reviewer', 'issuer'] }, { roles: ['reviewer'] }],
] as const)(
  '[7.1.3] what takes a right away holds before anything else is written: %o',
  async (command, session) => {
    const given = command.type === 'change-roles' ? { ...command, roles: [...command.roles] } : command;
    expect(await whileTheRecordCannotBeWritten(given)).toMatchObject(session);
  },
);

test('[R1] who signs out can ask again when it failed half-way: the record comes first', async () => {
  const session = await whileTheRecordCannotBeWritten({ type: 'sign-out', at: NOW });
  expect(session?.signedOutAt).toBeUndefined();
});

test('[7.1.3] what gives a right waits for the record', async () => {
  const until = '2099-02-01T00:00:00Z';
  const session = await whileTheRecordCannotBeWritten({ type: 'go-on-duty', until });
  expect(session?.onDutyUntil).not.toBe(until);
});
