import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { pagesOfVersions } from '../../functions/adapters/s3/versions.ts';

/** One version of one object. */
export interface Stored {
  readonly Bucket: string;
  readonly Key: string;
  readonly VersionId: string;
}

/** Every version and delete marker under a prefix: what a plain delete would leave behind. */
export async function versionsUnder(
  client: S3Client,
  Bucket: string,
  Prefix: string,
): Promise<readonly Stored[]> {
  const found: Stored[] = [];
  try {
    for await (const { Versions = [], DeleteMarkers = [] } of pagesOfVersions(client, { Bucket, Prefix })) {
      const objects = [...Versions, ...DeleteMarkers];
      found.push(...objects.map(({ Key = '', VersionId = '' }) => ({ Bucket, Key, VersionId })));
    }
  } catch (error) {
    // A stage whose second region is not deployed (the local one may leave it out) has nothing there.
    if (!(error instanceof S3ServiceException) || error.name !== 'NoSuchBucket') throw error;
  }
  return found;
}

/** Whether the store would let it go now. */
export async function isFree(client: S3Client, stored: Stored): Promise<boolean> {
  const { ObjectLockLegalHoldStatus, ObjectLockRetainUntilDate } = await client.send(
    new HeadObjectCommand({ ...stored }),
  );
  const over = ObjectLockRetainUntilDate === undefined || ObjectLockRetainUntilDate.getTime() <= Date.now();
  return ObjectLockLegalHoldStatus !== 'ON' && over;
}

export async function removeVersions(client: S3Client, bucket: string, prefix: string): Promise<number> {
  const versions = await versionsUnder(client, bucket, prefix);
  for (const stored of versions) await client.send(new DeleteObjectCommand({ ...stored }));
  return versions.length;
}

/** Under legal hold and without an end; the same again is no error. */
export async function keepOnce(client: S3Client, Bucket: string, Key: string, text: string): Promise<void> {
  try {
    await client.send(
      new PutObjectCommand({
        ...{ Bucket, Key, Body: text },
        ContentType: 'application/json',
        ObjectLockLegalHoldStatus: 'ON',
        IfNoneMatch: '*',
        ChecksumAlgorithm: 'SHA256',
      }),
    );
  } catch (error) {
    if (!(error instanceof S3ServiceException) || error.$metadata.httpStatusCode !== 412) throw error;
  }
}

export async function readAll(client: S3Client, bucket: string, prefix: string): Promise<readonly string[]> {
  const versions = await versionsUnder(client, bucket, prefix);
  return Promise.all(
    versions.map(async (stored) => {
      const { Body } = await client.send(new GetObjectCommand({ ...stored }));
      return (await Body?.transformToString()) ?? '';
    }),
  );
}
