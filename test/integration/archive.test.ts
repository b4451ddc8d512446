import {
  DeleteObjectCommand,
  GetObjectLegalHoldCommand,
  GetObjectRetentionCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  PutObjectRetentionCommand,
} from '@aws-sdk/client-s3';
import { beforeAll, expect, test } from 'vitest';
import { cloud } from './support/cloud.ts';
import { eventually } from './support/connect.ts';
import { filedCase } from './support/filed-case.ts';
import { journeyBench } from './support/journey-bench.ts';

const bench = journeyBench();
const { s3 } = cloud.clients;
const Bucket = cloud.output('ArchiveBucketName');
let caseId: string;

beforeAll(async () => {
  caseId = await filedCase(bench, 'archive@example.org');
}, 120_000);

async function papers() {
  const { Versions = [] } = await s3.send(
    new ListObjectVersionsCommand({ Bucket, Prefix: `cases/${caseId}/` }),
  );
  return Versions.map(({ Key = '', VersionId = '' }) => ({ Bucket, Key, VersionId }));
}

/** The locks as soon as the consumer has made them what the record says. */
async function locked(status: 'ON' | 'OFF') {
  return eventually(`every hold to be ${status}`, async () => {
    const found = await papers();
    const locks = await Promise.all(
      found.map(async (paper) => ({
        hold: (await s3.send(new GetObjectLegalHoldCommand(paper))).LegalHold?.Status,
        retention: await s3.send(new GetObjectRetentionCommand(paper)).then(
          ({ Retention }) => Retention,
          () => undefined,
        ),
      })),
    );
    const done = locks.length > 0 && locks.every(({ hold, retention }) => hold === status && retention);
    return done ? locks : undefined;
  });
}

test('[6.3.1] [R18] a filed case has its papers in the archive, kept in compliance mode until the day on its record', async () => {
  const { state } = await (await bench.staff('counter')).read(caseId);
  const locks = await locked('OFF');
  // Two documents, the certificate, the manifest.
  expect(locks).toHaveLength(4);
  const until = state.status === 'archived' ? state.retainUntil : undefined;
  expect(until).toMatch(/^20\d\d-01-01$/);
  for (const { retention } of locks) {
    expect(retention?.Mode).toBe('COMPLIANCE');
    expect(retention?.RetainUntilDate?.toISOString().slice(0, 10)).toBe(until);
  }
});

test('[6.3.1] [6.4.2] [R18] overwriting a paper, deleting one and shortening its time are refused', async () => {
  await locked('OFF');
  const [paper] = await papers();
  if (paper === undefined) throw new Error('There is no paper');
  const again = new PutObjectCommand({ ...paper, Body: 'forged', IfNoneMatch: '*' });
  await expect(s3.send(again)).rejects.toMatchObject({ name: 'PreconditionFailed' });
  await expect(s3.send(new DeleteObjectCommand(paper))).rejects.toMatchObject({ name: 'AccessDenied' });
  const sooner = { Mode: 'COMPLIANCE' as const, RetainUntilDate: new Date(Date.now() + 60_000) };
  await expect(s3.send(new PutObjectRetentionCommand({ ...paper, Retention: sooner }))).rejects.toMatchObject(
    { name: 'AccessDenied' },
  );
  expect(await papers()).toHaveLength(4);
});

test('[R18] a legal hold on the case holds its papers, and lifting it releases them to their day', async () => {
  await locked('OFF');
  const supervisor = await bench.staff('supervisor');
  await supervisor.command(caseId, 'place-hold', { reason: 'lawsuit', text: '（2026）示例行初 1 號' });
  expect(await locked('ON')).toHaveLength(4);
  await supervisor.command(caseId, 'lift-hold', { text: '判決生效' });
  expect(await locked('OFF')).toHaveLength(4);
});
