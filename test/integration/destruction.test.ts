import {
  GetObjectLegalHoldCommand,
  ListObjectVersionsCommand,
  PutObjectLegalHoldCommand,
} from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, test } from 'vitest';
import { call, expectOk, newKey } from './support/api-calls.ts';
import { cloud } from './support/cloud.ts';
import { eventually } from './support/connect.ts';
import { expectAtRest } from './support/invariants.ts';
import { journeyBench } from './support/journey-bench.ts';
import { oldCase } from './support/old-case.ts';
import { operate } from './support/operate.ts';

const bench = journeyBench();
const LISTS = '/staff/archive/destruction-lists';

/** Each test has cases and lists of its own: they come in any order. */
async function setup() {
  const caseId = await oldCase();
  const [author, reviewer, archivist] = await Promise.all(
    ['counter', 'supervisor', 'archivist'].map((name) => bench.staff(name)),
  );
  const tokenOf = { author: author?.token, reviewer: reviewer?.token, archivist: archivist?.token };
  const draft = () =>
    call('POST', LISTS, tokenOf.author, { caseIds: [caseId], appraisal: '保管期滿，無續存價值' }, newKey());
  const act = async (who: keyof typeof tokenOf, listId: string, what: string, text?: string) => {
    const { version } = await expectOk(call('GET', `${LISTS}/${listId}`, tokenOf[who]), 'list');
    return call(
      'POST',
      `${LISTS}/${listId}/${what}`,
      tokenOf[who],
      { seenVersion: version, ...(text && { text }) },
      newKey(),
    );
  };
  const approved = async (): Promise<string> => {
    const { listId } = await expectOk(draft(), 'draft');
    await expectOk(act('reviewer', listId, 'review'), 'review');
    await expectOk(act('archivist', listId, 'approve'), 'approve');
    return listId;
  };
  return { caseId, tokenOf, draft, act, approved };
}

const { s3 } = cloud.clients;
const Bucket = cloud.output('ArchiveBucketName');
const itemsOf = async (pk: string) =>
  (await cloud.dump(cloud.output('RecordsTableName'))).filter((item) => item.pk === pk);

async function papersOf(caseId: string) {
  const { Versions = [] } = await s3.send(
    new ListObjectVersionsCommand({ Bucket, Prefix: `cases/${caseId}/` }),
  );
  return Versions.map(({ Key = '', VersionId = '' }) => ({ Bucket, Key, VersionId }));
}

/** The consumer takes the hold off once it has read that the case is filed and its day is over. */
async function released(caseId: string) {
  await eventually('the hold to go', async () => {
    const [paper] = await papersOf(caseId);
    if (paper === undefined) return undefined;
    const { LegalHold } = await s3.send(new GetObjectLegalHoldCommand(paper));
    return LegalHold?.Status === 'OFF' ? true : undefined;
  });
}

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
    expect({ stdout, stderr }).toMatchObject({ stdout: expect.stringContaining('1 destroyed, 0 kept') });
    const left = (await itemsOf(`CASE#${caseId}`)).map(({ sk }) => String(sk).split('#')[0]);
    expect(new Set(left)).toEqual(new Set(['v', 'relayed']));
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
    caseId = await oldCase();
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
