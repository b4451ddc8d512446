import { expect, test } from 'vitest';
import { type PersonCommand, personDefinition } from '../../../functions/domain/people/person.ts';
import { story } from '../../support/given/pure-record.ts';

const enrol: PersonCommand = {
  type: 'enrol',
  name: '李審查',
  contacts: ['li@example.org'],
  hall: 'hall-1',
  roles: ['reviewer'],
  services: [],
  onDutyUntil: null,
  leftAt: null,
  frozenAt: null,
  agreementUntil: '2099-01-01T00:00:00Z',
  trainingUntil: '2099-01-01T00:00:00Z',
};

test('a person who signs in by a code is known by a contact only, until an officer has seen the papers [2.1.2]', () => {
  const person = story(personDefinition, undefined);
  const first = person.done({ type: 'sign-in-first', contacts: ['wang@example.org'] });
  expect(first.state).toEqual({ assurance: 'contact' });
  expect(person.done({ type: 'confirm-identity', caseId: 'c1' }).state).toEqual({ assurance: 'checked' });
  expect(person.refusal({ type: 'sign-in-first', contacts: [] })).toBe('already-there');
});

test('nothing happens to a person who is not there, and a customer has no duty and no roles', () => {
  expect(story(personDefinition, undefined).refusal({ type: 'confirm-identity', caseId: 'c1' })).toBe(
    'not-found',
  );
  const customer = story(personDefinition, undefined);
  customer.done({ type: 'sign-in-first', contacts: [] });
  expect(customer.refusal({ type: 'go-on-duty', until: '2099-01-01T00:00:00Z' })).toBe('not-a-colleague');
  expect(customer.refusal({ type: 'change-roles', roles: ['approver'] })).toBe('not-a-colleague');
});

test('[7.1.3] a leaver is off duty at once and does not come on again', () => {
  const colleague = story(personDefinition, undefined);
  colleague.done(enrol);
  colleague.done({ type: 'go-on-duty', until: '2026-03-02T10:00:00Z' });
  const left = colleague.done({ type: 'leave', at: '2026-03-02T05:00:00Z' });
  expect(left.state.staff).toMatchObject({ leftAt: '2026-03-02T05:00:00Z', onDutyUntil: null });
  expect(colleague.refusal({ type: 'go-on-duty', until: '2026-03-03T10:00:00Z' })).toBe('left');
});

test('a colleague always has a role', () => {
  const colleague = story(personDefinition, undefined);
  colleague.done(enrol);
  expect(colleague.refusal({ type: 'change-roles', roles: [] })).toBe('roles-missing');
  expect(colleague.done({ type: 'change-roles', roles: ['approver'] }).state.staff?.roles).toEqual([
    'approver',
  ]);
});

test('no list shows a name or a contact', () => {
  const colleague = story(personDefinition, undefined);
  const head = personDefinition.headOf(colleague.done(enrol));
  expect(JSON.stringify(head)).not.toMatch(/李審查|example\.org/);
  expect(head.queue).toEqual({ hall: 'hall-1', queue: 'colleagues', sort: '' });
});

test('[R30] a further sign-in is on the colleague’s record, once, and never given to who left', () => {
  const colleague = story(personDefinition, undefined);
  colleague.done(enrol);
  const login = { issuer: 'https://issuer.example', subject: 'sub-2' };
  const added = colleague.done({ type: 'add-login', ...login, email: 'li2@example.org' });
  expect(added.state.furtherLogins).toEqual([login]);
  expect(added.personal.contacts).toEqual(['li@example.org', 'li2@example.org']);
  expect(added.event).toEqual({ type: 'login-added', ...login });
  expect(colleague.refusal({ type: 'add-login', ...login, email: 'x@example.org' })).toBe('already-there');
  colleague.done({ type: 'leave', at: '2026-03-02T05:00:00Z' });
  expect(colleague.refusal({ type: 'add-login', ...login, subject: 'sub-3', email: 'x@example.org' })).toBe(
    'left',
  );
});
