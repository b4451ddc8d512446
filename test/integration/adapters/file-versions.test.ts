import { hash } from 'node:crypto';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { S3Archive } from '../../../functions/adapters/s3/s3-archive.ts';
import { S3Documents } from '../../../functions/adapters/s3/s3-documents.ts';
import { papersOf } from '../../../functions/ports/archive.ts';
import { cloud } from '../support/cloud.ts';

const { s3 } = cloud.clients;
const Bucket = cloud.output('DocumentsBucketName');
const documents = new S3Documents(s3, Bucket);
const PAPER = '%PDF-1.4 the paper that was inspected';
const FORGED = '%PDF-1.4 another paper, of the same size';
const mediaType = 'application/pdf';
let files = 0;

const sha256 = (content: string) => hash('sha256', content);
const contentOf = async (url: string) => (await fetch(url)).text();
const paramsOf = (url: string) => new URL(url).searchParams;

function setup() {
  files += 1;
  const file = { caseId: 'file-versions', fileId: `f${files}` };
  const offer = () =>
    documents.offerUpload({ ...file, mediaType, bytes: PAPER.length, sha256: sha256(PAPER), note: 'note' });
  const send = async (content: string, changed: Record<string, string> = {}) => {
    const { url, fields } = await offer();
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, ...changed })) form.append(name, value);
    form.append('file', new Blob([content], { type: mediaType }), 'file');
    return (await fetch(url, { method: 'POST', body: form })).status;
  };
  const arrive = async () => {
    await send(PAPER);
    return (await documents.arrived(file))?.objectVersion ?? '';
  };
  const replace = (Key: string, Body = FORGED) => s3.send(new PutObjectCommand({ Bucket, Key, Body }));
  return { file, offer, send, arrive, replace };
}

describe('[R24] the place for an upload', () => {
  test('takes what was offered', async () => {
    expect(await setup().send(PAPER)).toBe(204);
  });

  test.each<[string, string, Record<string, string>]>([
    ['of another size', `${PAPER} and more`, {}],
    ['of another type', PAPER, { 'Content-Type': 'text/html' }],
    ['under another name', PAPER, { key: 'clean/file-versions/f1' }],
    ['as other bytes than were offered', FORGED, { 'x-amz-checksum-sha256': 'A'.repeat(43).concat('=') }],
  ])('takes nothing %s', async (_, content, changed) => {
    const { send, file } = setup();
    expect(await send(content, changed)).toBeGreaterThanOrEqual(400);
    expect(await documents.arrived(file)).toBeUndefined();
  });

  test('is signed for the hash of the bytes, which S3 holds them against', async () => {
    const { fields } = await setup().offer();
    const policy = JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString());
    expect(policy.conditions).toContainEqual({
      'x-amz-checksum-sha256': hash('sha256', PAPER, 'base64'),
    });
    expect(policy.conditions).toContainEqual({ 'x-amz-checksum-algorithm': 'SHA256' });
  });
});

describe('[R33] a link', () => {
  test('holds for a minute, and opens the version that was inspected, whatever was put over it', async () => {
    const { file, arrive, replace } = setup();
    const objectVersion = await arrive();
    await replace(`quarantine/${file.caseId}/${file.fileId}`);
    const cleanVersion = await documents.release({ ...file, objectVersion, mediaType });
    const before = await documents.link({ ...file, cleanVersion }, '掃描.pdf');
    expect([paramsOf(before).get('versionId'), paramsOf(before).get('X-Amz-Expires')]).toEqual([
      cleanVersion,
      '60',
    ]);
    await replace(`clean/${file.caseId}/${file.fileId}`);
    const after = await documents.link({ ...file, cleanVersion }, '掃描.pdf');
    expect([await contentOf(before), await contentOf(after)]).toEqual([PAPER, PAPER]);
    expect(Buffer.from(await documents.readClean({ ...file, cleanVersion })).toString()).toBe(PAPER);
  });

  test('cannot be turned to another version', async () => {
    const { file, arrive, replace } = setup();
    const cleanVersion = await documents.release({ ...file, objectVersion: await arrive(), mediaType });
    const { VersionId = '' } = await replace(`clean/${file.caseId}/${file.fileId}`);
    const link = await documents.link({ ...file, cleanVersion }, '掃描.pdf');
    expect((await fetch(link.replace(cleanVersion, VersionId))).status).toBe(403);
  });

  test('to a certificate’s copy opens the bytes that were issued, and is not made for others', async () => {
    const { replace } = setup();
    const copy = { certificateId: 'file-versions-1', sha256: sha256(PAPER) };
    await documents.keepCopy(copy, Buffer.from(PAPER));
    const link = await documents.linkCopy(copy, 'licence.pdf');
    await replace(`issued/${copy.certificateId}/${copy.sha256}.pdf`);
    expect(await contentOf(link)).toBe(PAPER);
    await expect(documents.linkCopy(copy, 'licence.pdf')).rejects.toThrow('not what was kept');
  });

  test('to a filed paper names the version that was filed', async () => {
    const archive = new S3Archive(s3, cloud.output('ArchiveBucketName'), 'COMPLIANCE');
    const key = `${papersOf(`file-versions-${files}`)}document-f1-${sha256(PAPER)}.pdf`;
    await archive.keep(key, Buffer.from(PAPER), { mediaType, sha256: sha256(PAPER) });
    const [paper] = await archive.papers(`file-versions-${files}`);
    if (paper === undefined) throw new Error('Nothing was filed');
    const link = await archive.link(paper);
    expect(paramsOf(link).get('versionId')).toBe(paper.version);
    expect(await contentOf(link)).toBe(PAPER);
  });
});
