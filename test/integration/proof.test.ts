import { KMSClient } from '@aws-sdk/client-kms';
import { DeleteObjectCommand, ListObjectVersionsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, test } from 'vitest';
import { DynamoDbLeftOvers } from '../../functions/adapters/dynamodb/left-overs.ts';
import { DynamoDbProofLog } from '../../functions/adapters/dynamodb/proof-log.ts';
import { KmsSigner } from '../../functions/adapters/kms/kms-signer.ts';
import { S3Digests } from '../../functions/adapters/s3/s3-digests.ts';
import { lastDayToSeal } from '../../functions/domain/proof/digest-day.ts';
import { verifyFiles } from '../../functions/domain/proof/verify-files.ts';
import { sealDigests } from '../../functions/use-cases/proof/seal-digests.ts';
import { settingsFor } from '../../local/aws.ts';
import { nodeVerifying } from '../../operations/verifier/node-verifying.ts';
import { givenAnswers } from '../support/given/answers.ts';
import { fileOf, sha256Bytes } from '../support/given/proof.ts';
import { type Answered, call, expectOk } from './support/api-calls.ts';
import { cloud } from './support/cloud.ts';
import { expectAtRest } from './support/invariants.ts';
import { journeyBench } from './support/journey-bench.ts';
import { newColleague } from './support/new-login.ts';

const bench = journeyBench();
const timeZone = 'Asia/Shanghai';

let customer: Awaited<ReturnType<typeof bench.customer>>;
let caseId: string;
/** The receipt before its day was sealed, and what the night's own round answered. */
let atOnce: Answered['body'];
let round: unknown;

beforeAll(async () => {
  customer = await bench.customer('gu@example.org', '1234');
  caseId = await customer.begin('sole-trader-registration');
  await customer.saveDraft(caseId, 1, givenAnswers({ email: 'gu@example.org' }));
  await customer.upload(caseId, 'identity');
  await customer.clean(caseId);
  await customer.command(caseId, 'submit', { revision: 1 });
  atOnce = await signedReceipt();
  await expectOk(call('GET', `/staff/cases/${caseId}`, (await bench.staff('officer')).token), 'read');
  round = await cloud.invoke('banli-local-seal-digest', {});
  await sealToday();
}, 120_000);

const signedReceipt = () => expectOk(call('GET', `/me/cases/${caseId}/receipt`, customer.token), 'receipt');

const open = (path: string) => expectOk(call('GET', path), path);
const keys = async () => fileOf('keys.json', JSON.stringify(await open('/public/keys')));

/** Answers as they would be saved, judged by the published keys and each other. */
async function judged(...answers: readonly unknown[]) {
  const files = answers.map((answer, n) => fileOf(`${n}.json`, JSON.stringify(answer)));
  const reports = verifyFiles([...files, await keys()], nodeVerifying);
  return reports.map(({ kind, findings }) => [kind, ...findings.map(({ is }) => is)]);
}

/** Seals today as the night after tomorrow will: by the same parts, with the clock two days on. */
async function sealToday() {
  const { documents, s3 } = cloud.clients;
  const table = cloud.output('RecordsTableName');
  const log = new DynamoDbProofLog(documents, table);
  const raised = new Date(Date.now() - 3_600_000).toISOString().slice(0, 13);
  const digests = new S3Digests(s3, cloud.output('DigestsBucketName'));
  const kms = new KMSClient(settingsFor(cloud.endpoint, cloud.region));
  const sealing = {
    log: {
      shards: log.shards,
      // Nothing was written before this cloud was raised: those hours need no asking, of which there are hundreds.
      written: async (...[what, hour, shard, page]: Parameters<typeof log.written>) =>
        hour < raised || hour > new Date().toISOString()
          ? { items: [] }
          : log.written(what, hour, shard, page),
    },
    digests,
    signer: new KmsSigner(kms, cloud.output('SigningKeyArn'), digests),
    checkpoints: new DynamoDbLeftOvers(documents, table),
    timeZone,
    sha256: sha256Bytes,
  };
  const now = new Date(Date.now() + 2 * 86_400_000).toISOString();
  await sealDigests(sealing, now);
}

describe('proof', () => {
  test('[R37] a receipt is signed at once, and verifies without the system', async () => {
    expect(atOnce.statement).toMatchObject({ type: 'banli-receipt', record: { id: caseId } });
    expect(atOnce.proof).toBeUndefined();
    expect(await judged(atOnce)).toEqual([['receipt'], ['key-set']]);
    expect(await signedReceipt()).toMatchObject(atOnce);
    const stranger = await bench.customer('zhou@example.org', '4321');
    expect((await call('GET', `/me/cases/${caseId}/receipt`, stranger.token)).status).toBe(404);
  });

  test('the night’s round seals a day by its own rights; a day that is sealed is left alone', async () => {
    expect(round).toMatchObject([{ day: lastDayToSeal(new Date().toISOString(), timeZone) }]);
    expect(await cloud.invoke('banli-local-seal-digest', {})).toEqual([]);
  });

  test('[R37] [R39] the sealed day has versions and readings; receipt, digest, leaves and record agree', async () => {
    const receipt = await signedReceipt();
    const { hash } = receipt.statement;
    const { day } = receipt.proof.digest.statement;
    expect(receipt.proof.digest.statement.accesses).toBeGreaterThan(0);
    const digest = await open(`/public/digests/${day}`);
    const { url } = await open(`/public/digests/${day}/leaves`);
    const leaves = await (await fetch(url)).json();
    const proof = await open(`/public/digests/${day}/proofs/${hash}`);
    const auditor = await newColleague('auditor1', ['auditor']);
    const record = await expectOk(call('GET', `/staff/records/case/${caseId}`, auditor.token), 'export');
    expect(await judged(receipt, digest, leaves, proof, record)).toEqual([
      ['receipt'],
      ['digest'],
      ['leaves'],
      ['inclusion-proof'],
      ['record'],
      ['key-set'],
    ]);
    const changed = { ...record, versions: record.versions.toSpliced(1, 1) };
    expect((await judged(changed))[0]).toContain('version-missing');
    const { days } = await open('/public/digests');
    expect(days).toContain(day);
    const { items } = await expectOk(call('GET', `/me/cases/${caseId}/readers`, customer.token), 'readers');
    expect(items.map(({ purpose }: { purpose: string }) => purpose)).toContain(
      '匯出各版本以供查驗（不含個人資料）',
    );
  });

  test('only an auditor takes a record away, and there is no proof of what was never written', async () => {
    const officer = await bench.staff('officer');
    expect((await call('GET', `/staff/records/case/${caseId}`, officer.token)).status).toBe(404);
    const today = lastDayToSeal(new Date(Date.now() + 2 * 86_400_000).toISOString(), timeZone);
    expect((await call('GET', `/public/digests/${today}/proofs/${'a'.repeat(64)}`)).status).toBe(404);
    expect((await call('GET', '/public/digests/2001-01-01')).status).toBe(404);
  });

  test('[R18] a digest that is there is never another, and its version cannot be deleted', async () => {
    const { s3 } = cloud.clients;
    const bucket = { Bucket: cloud.output('DigestsBucketName') };
    const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ ...bucket, Prefix: 'days/' }));
    const { Key = '', VersionId = '' } = Versions[0] ?? {};
    await expect(
      s3.send(new PutObjectCommand({ ...bucket, Key, Body: 'x', IfNoneMatch: '*' })),
    ).rejects.toThrow();
    await expect(s3.send(new DeleteObjectCommand({ ...bucket, Key, VersionId }))).rejects.toThrow();
  });

  test('the table comes to rest without a breach', async () => {
    await expectAtRest();
  });
});
