import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, test } from 'vitest';
import { settingsFor } from '../../local/aws.ts';
import { givenAnswers, givenNationalId } from '../support/given/answers.ts';
import { call, expectOk } from './support/api-calls.ts';
import { cloud } from './support/cloud.ts';
import { eventually } from './support/connect.ts';
import { closeHall } from './support/hall-calendar.ts';
import { expectAtRest } from './support/invariants.ts';
import { journeyBench } from './support/journey-bench.ts';
import { operate } from './support/operate.ts';
import { openQueue } from './support/queues.ts';

const bench = journeyBench();
const CONTACT = 'operators@example.org';
const operatorId = givenNationalId('11010119900307881');
const sfn = new SFNClient(settingsFor(cloud.endpoint, cloud.region));
const begun = new Date().toISOString();

let customer: Awaited<ReturnType<typeof bench.customer>>;
let officer: Awaited<ReturnType<typeof bench.staff>>;
let caseId: string;

const said = async (...given: Parameters<typeof operate>) => {
  const { stdout, stderr, exitCode } = await operate(...given);
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  return stdout;
};
const itemsOf = async (pk: string) =>
  (await cloud.dump(cloud.output('RecordsTableName'))).filter((item) => item.pk === pk);
const mails = async (words: RegExp) =>
  (await cloud.sentTo(CONTACT)).filter(({ subject }) => words.test(subject ?? ''));

// One case goes through everything that an operator is called for; each test begins where the one before ended.
describe('[R41] what an operator does at night, each by its command', { shuffle: false }, () => {
  beforeAll(async () => {
    customer = await bench.customer(CONTACT, operatorId.slice(-4));
    officer = await bench.staff('officer');
    caseId = await customer.begin('sole-trader-registration');
    await customer.saveDraft(caseId, 1, givenAnswers({ email: CONTACT, operatorId }));
    for (const documentId of ['identity', 'premises-lease']) await customer.upload(caseId, documentId);
    await customer.clean(caseId);
  });

  test('[R4] a message that its consumer gave up is given back from the dead letters, and sent', async () => {
    await said('consumer', 'stop', 'deliver-message');
    await customer.command(caseId, 'submit', { revision: 1 });
    await openQueue('deliver-message').moveTo('deliver-message-dlq');
    await said('consumer', 'start', 'deliver-message');
    expect(await said('redrive', 'deliver-message')).toContain('1 messages given back');
    await bench.mail(CONTACT, /已收到/);
    expect(await mails(/已收到/)).toHaveLength(1);
  });

  test('[R4] what a consumer took and lost is made known again by a replay, and nothing is sent twice', async () => {
    await officer.until(caseId, ({ state }) => state.status === 'submitted' && state.checked);
    for (const documentId of ['identity', 'premises-lease'])
      await officer.command(caseId, 'judge-document', { documentId, verdict: 'ok' });
    await officer.command(caseId, 'confirm-identity', { originalSeen: true });
    await said('consumer', 'stop', 'deliver-message');
    await officer.command(caseId, 'accept', {});
    await openQueue('deliver-message').take();
    await said('consumer', 'start', 'deliver-message');
    expect(await said('replay', begun)).toMatch(/"replayed": ?[1-9]/);
    await eventually('the acceptance', async () => ((await mails(/受理/)).length > 0 ? true : undefined));
    expect(await mails(/受理/)).toHaveLength(1);
    expect(await mails(/已收到/)).toHaveLength(1);
  });

  test('[R10] a case whose execution was aborted unnoticed goes on in a new one', async () => {
    await officer.until(caseId, ({ state }) => state.status === 'in-review' && state.reviewer !== undefined);
    await said('consumer', 'stop', 'workflow-status');
    const workflow = async () => (await itemsOf(`CASE#${caseId}`)).find(({ sk }) => sk === 'workflow');
    const { generation } = (await eventually('a stored token', async () => {
      const item = await workflow();
      return item?.token === undefined ? undefined : item;
    })) ?? { generation: 0 };
    const executionArn = `${cloud.output('CaseStateMachineArn').replace(':stateMachine:', ':execution:')}:${caseId}-${generation}`;
    await sfn.send(new StopExecutionCommand({ executionArn }));
    const { receiptNumber } = (await officer.read(caseId)).state;
    expect(await said('redrive-case', receiptNumber)).toContain('new-generation');
    await eventually('the next generation’s token', async () => {
      const item = await workflow();
      return item?.generation === Number(generation) + 1 && item.token !== undefined ? true : undefined;
    });
    await said('consumer', 'start', 'workflow-status');
  });

  test('a closure that was published moves the dates of open cases, and called off moves them back', async () => {
    const dueDate = async () => (await officer.read(caseId)).state.clock.dueDate;
    const before = await dueDate();
    await closeHall();
    expect(await said('recompute-deadlines', 'wait', '0')).toMatch(/[1-9]\d* cases have new dates/);
    expect((await dueDate()) > before).toBe(true);
    await said('publish');
    await said('recompute-deadlines', 'wait', '0');
    expect(await dueDate()).toBe(before);
    const events = (await itemsOf(`CASE#${caseId}`)).filter(({ eventType }) => eventType === 'recomputed');
    expect(events).toHaveLength(2);
  });

  test('[R36] a turned index key finds under both until the re-index has ended, then under the new one alone', async () => {
    // Whoever keeps an answer from before is gone, as after a minute; a worker that was killed is asked again.
    const found = async () => {
      cloud.killWorkers();
      const path = `/staff/search?number=${operatorId}`;
      const { items } = await eventually('an answer of a new worker', async () => {
        const answer = await call('GET', path, officer.token);
        return answer.status === 200 ? answer.body : undefined;
      });
      return items.map((item: { caseId: string }) => item.caseId).includes(caseId);
    };
    const values = async () => {
      const { finders } = (await officer.read(caseId)).state;
      return new Set<string>(finders.map(({ value }: { value: string }) => String(value.split(':')[0])));
    };
    const [old = ''] = await values();
    expect(await found()).toBe(true);
    expect(await said('re-index', 'turn')).toContain(`under version ${Number(old.slice(1)) + 1}`);
    expect(await found()).toBe(true);
    expect((await operate('re-index', 'turn')).stderr).toContain('The last re-index has not ended');
    expect(await said('re-index', 'from', begun.slice(0, 10), 'wait', '0')).toContain('finds no more');
    expect(await values()).toEqual(new Set([`k${Number(old.slice(1)) + 1}`]));
    await eventually('no item of the case under the old key', async () => {
      const items = await cloud.dump(cloud.output('RecordsTableName'));
      const left = items.filter(({ id, gsi3pk }) => id === caseId && String(gsi3pk).includes(`${old}:`));
      return left.length === 0 ? true : undefined;
    });
    expect(await found()).toBe(true);
  });

  test('a certificate that should not be out is revoked for whoever verifies it, and its number explained', async () => {
    const reviewer = await bench.staffOf(await officer.read(caseId));
    for (const lineId of ['complete', 'name', 'scope', 'premises'])
      await reviewer.command(caseId, 'answer-review-line', { lineId, finding: 'met' });
    await reviewer.proveAgain();
    await reviewer.command(caseId, 'sign-opinion', { opinion: '符合規定，建議核准。' });
    const approver = await bench.staff('approver');
    await approver.until(
      caseId,
      ({ state }) => state.status === 'in-handling' && state.step?.act === 'decide',
    );
    await approver.command(caseId, 'decide', { outcome: 'granted' });
    const { state } = await officer.until(
      caseId,
      (one) => one.state.status === 'in-handling' && one.state.certificate !== undefined,
    );
    const { number, certificateId } = state.certificate;
    expect(await said('void-certificate', number, 'misprint')).toContain(`${number} is revoked`);
    const newest = (await itemsOf(`CERTIFICATE#${certificateId}`))
      .filter(({ sk }) => String(sk).startsWith('v#'))
      .at(-1);
    const { verificationCode } = JSON.parse(String(newest?.clear)).state;
    const path = `/public/certificates/${number}?code=${verificationCode}`;
    expect(await expectOk(call('GET', path), 'verify')).toMatchObject({ number, state: 'revoked' });
    // Given again it is the same.
    await said('void-certificate', number, 'misprint');
    await expectAtRest();
  });
});

test('[R41] what is not right is refused in one line, and nothing is done', async () => {
  const refused = async (words: Parameters<typeof operate>, why: RegExp) => {
    const { stderr, exitCode } = await operate(...words);
    expect({ words, stderr, exitCode }).toEqual({ words, stderr: expect.stringMatching(why), exitCode: 1 });
    expect(stderr.split('\n')).toHaveLength(1);
  };
  const rows: readonly (readonly [Parameters<typeof operate>, RegExp])[] = [
    [['replay', '2026-03-02T03:00:00Z', '2026-03-02T01:00:00Z'], /Say from when/],
    [['redrive-case', 'nobody'], /No case has .* nobody/],
    [['void-certificate', 'GT2026999999', 'misprint'], /No certificate has the number GT2026999999/],
    [['redrive', 'nobody'], /no queue of a consumer nobody/],
    [['cut-over', 'nobody'], /There is no table nobody/],
    [['recompute-deadlines', '--stage', 'prod'], /Stage prod has no output/],
  ];
  for (let n = 0; n < rows.length; n += 2)
    await Promise.all(rows.slice(n, n + 2).map(([words, why]) => refused(words, why)));
});
