import { ListObjectVersionsCommand, PutObjectLegalHoldCommand } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, test } from 'vitest';
import { call, expectOk } from './support/api-calls.ts';
import { cloud } from './support/cloud.ts';
import { destructionDesk, LISTS, papersOf, released } from './support/destruction-desk.ts';
import { expectAtRest } from './support/invariants.ts';
import { journeyBench } from './support/journey-bench.ts';
import { oldCase } from './support/old-case.ts';
import { operate } from './support/operate.ts';

const bench = journeyBench();
const setup = () => destructionDesk(bench);

const { s3 } = cloud.clients;
const Bucket = cloud.output('ArchiveBucketName');
const itemsOf = async (pk: string) =>
  (await cloud.dump(cloud.output('RecordsTableName'))).filter((item) => item.pk === pk);

describe('[6.4.2] [R38] destruction', () => {
  test('by list only: drafted, reviewed and approved by three persons, carried out by the operator; the chain still verifies', async () => {
    const { caseId, approved, tokenOf } = await setup();
    const due = await expectOk(call('GET', '/staff/archive/due', tokenOf.archivist), 'due');
    expect(due.items.map((item: { caseId: string }) => item.caseId)).toContain(caseId);
    const listId = await approved();
    await released(caseId);
    const shown = await operate('destroy', listId);
    expect(shown.stdout).toContain('Nothing was destroyed');
    expect((await itemsOf(`CASE#${caseId}`)).map(({ sk }) => sk)).toContain('v~key');
    const { stdout, stderr } = await operate('destroy', listId, '1');
    expect(stderr).not.toContain('Error');
    expect(stdout).toContain('1 destroyed, 0 kept');
    const left = (await itemsOf(`CASE#${caseId}`)).map(({ sk }) => String(sk).split('#')[0]);
    // Who read it stays, with the versions.
    expect(new Set(left.filter((kind) => kind !== 'access'))).toEqual(new Set(['v', 'relayed']));
    expect(await papersOf(caseId)).toEqual([]);
    const list = await expectOk(call('GET', `${LISTS}/${listId}`, tokenOf.archivist), 'list');
    expect(list).toMatchObject({ status: 'carried-out', items: [{ caseId, destroyed: true }] });
    // The local stage keeps no backups: complete on the day after.
    expect(list.completeOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    const reports = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: `destruction/${listId}` }));
    expect(reports.Versions).toHaveLength(1);
    // Carried out is carried out: nothing is destroyed by it twice.
    expect((await operate('destroy', listId, '1')).stderr).toContain('list-not-approved');
    await expectAtRest();
  });

  test('each wrong person is refused, and the attempt stands on the list’s access record', async () => {
    const { draft, act, tokenOf } = await setup();
    const { listId } = await expectOk(draft(), 'draft');
    expect((await act('author', listId, 'review')).body.kind).toBe('not-permitted');
    expect((await act('reviewer', listId, 'approve')).body.kind).toBe('not-permitted');
    await expectOk(act('reviewer', listId, 'review'), 'review');
    const officer = await bench.staff('officer');
    expect((await call('GET', `${LISTS}/${listId}`, officer.token)).status).toBe(403);
    expect((await call('GET', '/staff/archive/due')).status).toBe(401);
    const tried = (await itemsOf(`DESTRUCTION-LIST#${listId}`)).filter(({ what }) =>
      String(what).startsWith('refused-'),
    );
    expect(tried.map(({ what, why }) => `${what} ${why}`)).toEqual([
      'refused-review not-permitted',
      'refused-approve not-permitted',
    ]);
    await expectOk(act('reviewer', listId, 'reject', '測試'), 'reject');
    expect(tokenOf.archivist).toBeDefined();
  });

  test('a hold placed after the approval keeps the case, its key and its papers', async () => {
    const { caseId, approved, tokenOf } = await setup();
    const listId = await approved();
    await released(caseId);
    const supervisor = await bench.staff('supervisor');
    await supervisor.command(caseId, 'place-hold', { reason: 'appeal', text: '行政複議' });
    const { stdout } = await operate('destroy', listId, '1');
    expect(stdout).toContain('0 destroyed, 1 kept');
    expect((await itemsOf(`CASE#${caseId}`)).map(({ sk }) => sk)).toContain('v~key');
    const list = await expectOk(call('GET', `${LISTS}/${listId}`, tokenOf.archivist), 'list');
    expect(list.items).toMatchObject([{ destroyed: false, stopped: expect.stringContaining('凍結') }]);
  });

  test('a paper that the store still holds keeps the case, whatever the record says', async () => {
    const { caseId, approved } = await setup();
    const listId = await approved();
    await released(caseId);
    for (const paper of await papersOf(caseId))
      await s3.send(new PutObjectLegalHoldCommand({ ...paper, LegalHold: { Status: 'ON' } }));
    expect((await operate('destroy', listId, '1')).stdout).toContain('kept (archive-locked)');
  });
});

describe('[6.4.2] reading what is filed', () => {
  let caseId: string;
  beforeAll(async () => {
    caseId = await oldCase(cloud);
  });
  const open = async (name: string, reason: string) =>
    call('POST', `/staff/archive/cases/${caseId}/papers`, (await bench.staff(name)).token, { reason });

  test('the archivist opens the papers with a reason, which is on record before there is a link', async () => {
    const { papers, watermark } = await expectOk(open('archivist', '覆核申請人查詢'), 'papers');
    expect(papers).toMatchObject([{ name: 'manifest.txt', mediaType: 'text/plain' }]);
    expect(await (await fetch(papers[0].url)).text()).toContain('version 1');
    const entries = (await itemsOf(`CASE#${caseId}`)).filter(({ what }) => what === 'archived-papers');
    expect(entries).toMatchObject([{ why: '覆核申請人查詢' }]);
    expect(watermark).toContain(String(entries[0]?.accessId));
  });

  test('nobody else opens them, and nobody without a reason; who tries is on record', async () => {
    expect((await open('supervisor', '覆核申請人查詢')).status).toBe(403);
    expect((await open('archivist', '')).status).toBe(422);
    const tried = (await itemsOf(`CASE#${caseId}`)).filter(({ what }) => what === 'refused-archived-papers');
    expect(tried).toHaveLength(1);
  });
});
