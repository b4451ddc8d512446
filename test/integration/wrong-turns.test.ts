import { beforeAll, describe, expect, test } from 'vitest';
import { givenAnswers } from '../support/given/answers.ts';
import { call } from './support/api-calls.ts';
import { cloud } from './support/cloud.ts';
import { expectAtRest } from './support/invariants.ts';
import { journeyBench } from './support/journey-bench.ts';

const bench = journeyBench();

type Customer = Awaited<ReturnType<typeof bench.customer>>;

let customer: Customer;
let caseId: string;

beforeAll(async () => {
  customer = await bench.customer('lin@example.org', '1234');
  caseId = await submitted(customer, 'lin@example.org');
}, 300_000);

async function submitted(by: Customer, email: string): Promise<string> {
  const opened = await by.begin('sole-trader-registration');
  await by.saveDraft(opened, 1, givenAnswers({ email }));
  await by.upload(opened, 'identity');
  await by.upload(opened, 'premises-lease');
  await by.clean(opened);
  await by.command(opened, 'submit', { revision: 1 });
  return opened;
}

describe('a wrong turn', () => {
  test('[3.3.2] a bad checksum is refused at its field, in the language asked for', async () => {
    const opened = await customer.begin('sole-trader-registration');
    await customer.saveDraft(opened, 1, givenAnswers({ operatorId: '110101199003074510' }));
    const { version } = await customer.read(opened);
    const refused = await call(
      'POST',
      `/me/cases/${opened}/commands/submit`,
      customer.token,
      { seenVersion: version, revision: 1 },
      'key-checksum',
    );
    expect(refused).toMatchObject({
      status: 422,
      body: { kind: 'invalid-answers', problems: [{ path: 'operatorId' }] },
    });
    expect(refused.body.problems[0].text).not.toBe('');
    expect(refused.body.next).not.toBe('');
  });

  test('[R6] a double click on submit hands in once', async () => {
    const opened = await customer.begin('sole-trader-registration');
    await customer.saveDraft(opened, 1, givenAnswers());
    await customer.upload(opened, 'identity');
    await customer.clean(opened);
    const { version } = await customer.read(opened);
    const click = () =>
      call(
        'POST',
        `/me/cases/${opened}/commands/submit`,
        customer.token,
        { seenVersion: version, revision: 1 },
        'key-double-click',
      );
    const [one, other] = await Promise.all([click(), click()]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect((await click()).status).toBe(200);
    const again = await call(
      'POST',
      `/me/cases/${opened}/commands/submit`,
      customer.token,
      { seenVersion: version, revision: 2 },
      'key-double-click',
    );
    expect(again.body.kind).toBe('idempotency-conflict');
  });

  test('[R9] of two officers at once one is told stale and sees the case as it is', async () => {
    const [one, two] = [await bench.staff('officer'), await bench.staff('officer2')];
    await one.until(caseId, ({ state }) => state.status === 'submitted' && state.checked);
    const { version } = await one.read(caseId);
    const judge = (token: string, key: string) =>
      call(
        'POST',
        `/staff/cases/${caseId}/commands/judge-document`,
        token,
        { seenVersion: version, documentId: 'identity', verdict: 'ok' },
        key,
      );
    const answers = await Promise.all([
      judge(one.token, 'key-officer-one'),
      judge(two.token, 'key-officer-two'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const stale = answers.find(({ status }) => status === 409);
    expect(stale?.body).toMatchObject({ kind: 'stale', version: version + 1 });
  });

  test('[R28] [7.1.3] somebody else’s case, a missing case and a colleague’s page are all not found for an outsider', async () => {
    const stranger = await bench.customer('stranger@example.org', '9999');
    for (const path of [`/me/cases/${caseId}`, '/me/cases/no-such-case', `/me/cases/${caseId}/readers`]) {
      expect(await call('GET', path, stranger.token)).toMatchObject({
        status: 404,
        body: { kind: 'not-found' },
      });
    }
    const command = await call(
      'POST',
      `/me/cases/${caseId}/commands/withdraw`,
      stranger.token,
      { seenVersion: 1 },
      'key-stranger',
    );
    expect(command).toMatchObject({ status: 404, body: { kind: 'not-found' } });
    expect((await call('GET', `/staff/cases/${caseId}`, stranger.token)).status).toBe(401);
  });

  test('[R28] two people sharing one phone do not see each other’s cases', async () => {
    const sibling = await bench.customer('lin@example.org', '5678');
    expect((await call('GET', '/me/cases', sibling.token)).body.items).toEqual([]);
    expect((await call('GET', `/me/cases/${caseId}`, sibling.token)).status).toBe(404);
  });

  test('[R29] forged, tampered, foreign and missing tokens are refused', async () => {
    const officer = await bench.staff('officer');
    const [header = '', payload = ''] = customer.token.split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    const forged = `${header}.${Buffer.from('{"sub":"x","iss":"y"}').toString('base64url')}.c2ln`;
    for (const token of [undefined, 'junk', none, forged, `${customer.token}x`, officer.token]) {
      expect((await call('GET', '/me/cases', token)).status).toBe(401);
    }
    expect((await call('GET', '/staff/queues/intake', customer.token)).status).toBe(401);
  });

  test('[R29] [7.1.3] an officer switched off duty between two clicks is refused at the next', async () => {
    const [officer, admin] = [await bench.staff('officer2'), await bench.staff('admin')];
    const { personId } = (await call('GET', '/staff/me', officer.token)).body;
    expect((await call('GET', '/staff/queues/intake', officer.token)).status).toBe(200);
    await call('POST', `/staff/people/${personId}/off-duty`, admin.token, undefined, 'key-off-duty');
    expect(await call('GET', '/staff/queues/intake', officer.token)).toMatchObject({
      status: 403,
      body: { kind: 'off-duty' },
    });
    await call('POST', '/staff/me/duty', officer.token, { onDuty: true });
    expect((await call('GET', '/staff/queues/intake', officer.token)).status).toBe(200);
  });

  test('[7.1.3] a colleague does what their role says and nothing else', async () => {
    const counter = await bench.staff('counter');
    const { version } = await counter.read(caseId);
    const accept = await call(
      'POST',
      `/staff/cases/${caseId}/commands/accept`,
      counter.token,
      { seenVersion: version },
      'key-counter',
    );
    expect(accept).toMatchObject({ status: 403, body: { kind: 'not-permitted' } });
    const admin = await bench.staff('admin');
    expect((await call('GET', `/staff/cases/${caseId}`, admin.token)).status).toBe(404);
  });

  test('[7.2.3] the customer sees that a colleague read the file', async () => {
    const officer = await bench.staff('officer');
    await officer.read(caseId);
    const { items } = (await call('GET', `/me/cases/${caseId}/readers`, customer.token)).body;
    expect(items.some(({ role }: { role: string }) => role === 'staff')).toBe(true);
  });

  test('[U17] a case is tracked by its number and a second fact, and by nothing less', async () => {
    const { receipt } = await customer.read(caseId);
    const tail = givenAnswers().operatorId?.toString().slice(-4);
    const track = (secondFact: string | undefined) =>
      call('POST', '/public/tracking', undefined, {
        receiptNumber: ` ${receipt.number.toLowerCase()} `,
        secondFact,
      });
    expect(await track(tail)).toMatchObject({ status: 200, body: { whoseTurn: 'acceptance-officer' } });
    expect((await track('0000')).status).toBe(404);
  });

  test('[7.2.1] the table and the logs hold no personal value in clear', async () => {
    const dump = JSON.stringify(await cloud.dump(cloud.output('RecordsTableName')));
    const logs = (await cloud.logLines()).join('\n');
    for (const value of ['王小明', '11010119900307451', '13900000001', 'lin@example.org', '長樂路', '掃描']) {
      expect(dump).not.toContain(value);
      expect(logs).not.toContain(value);
    }
  });

  test('the table is at rest', () => expectAtRest(), 300_000);
});
