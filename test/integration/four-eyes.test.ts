import { expect, test } from 'vitest';
import { givenAnswers } from '../support/given/answers.ts';
import { call, newKey } from './support/api-calls.ts';
import { expectAtRest } from './support/invariants.ts';
import { journeyBench } from './support/journey-bench.ts';
import { furtherLogin, loginOf } from './support/new-login.ts';

const bench = journeyBench();

async function handedIn(): Promise<string> {
  const customer = await bench.customer('four-eyes@example.org', '1234');
  const caseId = await customer.begin('sole-trader-registration');
  await customer.saveDraft(caseId, 1, givenAnswers({ email: 'four-eyes@example.org' }));
  await customer.upload(caseId, 'identity');
  await customer.upload(caseId, 'premises-lease');
  await customer.clean(caseId);
  await customer.command(caseId, 'submit', { revision: 1 });
  return caseId;
}

type Colleague = Awaited<ReturnType<typeof bench.staff>>;

async function tried({ read, token }: Colleague, caseId: string, command: string, form: object) {
  const { version } = await read(caseId);
  const path = `/staff/cases/${caseId}/commands/${command}`;
  const { status, body } = await call('POST', path, token, { seenVersion: version, ...form }, newKey());
  return [status, body.kind];
}

test('[2.2.1] [3.6.1] [R30] whoever accepted neither signs nor decides by a second sign-in of theirs', async () => {
  const caseId = await handedIn();
  const acceptor = await bench.staff('everything');
  const { personId } = (await call('GET', '/staff/me', acceptor.token)).body;
  const second = await furtherLogin(personId, `everything.second.${Date.now()}`);
  expect((await call('GET', '/staff/me', second.token)).body.personId).toBe(personId);
  await acceptor.until(caseId, ({ state }) => state.status === 'submitted' && state.checked);
  for (const documentId of ['identity', 'premises-lease'])
    await acceptor.command(caseId, 'judge-document', { documentId, verdict: 'ok' });
  await acceptor.command(caseId, 'accept', {});
  const assigned = await acceptor.until(
    caseId,
    ({ state }) => state.status === 'in-review' && state.reviewer !== undefined,
  );
  await second.proveAgain();
  const opinion = { opinion: '符合規定，建議核准。' };
  expect(await tried(second, caseId, 'sign-opinion', opinion)).toEqual([409, 'four-eyes']);
  const reviewer = await bench.staffOf(assigned);
  for (const lineId of ['complete', 'name', 'scope', 'premises'])
    await reviewer.command(caseId, 'answer-review-line', { lineId, finding: 'met' });
  await reviewer.proveAgain();
  await reviewer.command(caseId, 'sign-opinion', opinion);
  await second.until(caseId, ({ state }) => state.status === 'in-handling' && state.step?.act === 'decide');
  for (const account of [second, acceptor])
    expect(await tried(account, caseId, 'decide', { outcome: 'granted' })).toEqual([409, 'four-eyes']);
  const approver = await bench.staff('approver');
  expect(await tried(approver, caseId, 'decide', { outcome: 'granted' })).toEqual([200, undefined]);
});

test('[R30] a sign-in that is one person’s is given to no other, and only an administrator gives one', async () => {
  const [admin, officer] = [await bench.staff('admin'), await bench.staff('officer')];
  const { personId } = (await call('GET', '/staff/me', officer.token)).body;
  const path = `/staff/people/${personId}/logins`;
  expect(await call('POST', path, admin.token, loginOf('reviewer'), newKey())).toMatchObject({
    status: 409,
    body: { kind: 'login-of-another' },
  });
  expect(await call('POST', path, officer.token, loginOf('officer.own'), newKey())).toMatchObject({
    status: 403,
    body: { kind: 'not-permitted' },
  });
  expect(
    await call('POST', '/staff/people/person-nobody/logins', admin.token, loginOf('nobody'), newKey()),
  ).toMatchObject({ status: 404, body: { kind: 'not-found' } });
});

test('the table is at rest', () => expectAtRest(), 300_000);
