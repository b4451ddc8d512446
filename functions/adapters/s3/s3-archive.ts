import {
  type ObjectLockMode,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
  PutObjectRetentionCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import {
  type Archive,
  type ArchiveLocks,
  type ArchiveReader,
  type Paper,
  papersOf,
} from '../../ports/archive.ts';
import { linkVersion, pagesOfVersions } from './versions.ts';

const PRECONDITION_FAILED = 412;

/** The archive bucket under Object Lock. Every object is put once, under legal hold; its lock is set when the record says how long. */
export class S3Archive implements Archive, ArchiveLocks, ArchiveReader {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #mode: ObjectLockMode;

  constructor(client: S3Client, bucket: string, mode: ObjectLockMode) {
    this.#client = client;
    this.#bucket = bucket;
    this.#mode = mode;
  }

  async keep(
    key: string,
    bytes: Uint8Array,
    { mediaType, sha256 }: Parameters<Archive['keep']>[2],
  ): Promise<void> {
    try {
      await this.#client.send(
        new PutObjectCommand({
          Bucket: this.#bucket,
          Key: key,
          Body: bytes,
          ContentType: mediaType,
          ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
          ObjectLockLegalHoldStatus: 'ON',
          IfNoneMatch: '*',
        }),
      );
    } catch (error) {
      if (!(error instanceof S3ServiceException)) throw error;
      if (error.$metadata.httpStatusCode !== PRECONDITION_FAILED) throw error;
    }
  }

  /** Retention first: between the two calls a paper has both, never none. */
  async lock(caseId: string, { until, hold }: Parameters<ArchiveLocks['lock']>[1]): Promise<number> {
    const papers = await this.papers(caseId);
    for (const { key: Key, version: VersionId } of papers) {
      const object = { Bucket: this.#bucket, Key, VersionId };
      const RetainUntilDate = new Date(`${until}T00:00:00Z`);
      // S3 takes no day that is over; one that never was is no date at all.
      if (RetainUntilDate.getTime() > Date.now()) {
        const Retention = { Mode: this.#mode, RetainUntilDate };
        await this.#client.send(new PutObjectRetentionCommand({ ...object, Retention }));
      }
      const LegalHold = { Status: hold ? ('ON' as const) : ('OFF' as const) };
      await this.#client.send(new PutObjectLegalHoldCommand({ ...object, LegalHold }));
    }
    return papers.length;
  }

  async papers(caseId: string): Promise<readonly Paper[]> {
    const papers: Paper[] = [];
    const place = { Bucket: this.#bucket, Prefix: papersOf(caseId) };
    for await (const { Versions = [] } of pagesOfVersions(this.#client, place)) {
      papers.push(
        ...Versions.map(({ Key = '', VersionId = '', Size = 0 }) => ({
          key: Key,
          version: VersionId,
          bytes: Size,
        })),
      );
    }
    return papers;
  }

  async link({ key, version }: Paper): Promise<string> {
    return linkVersion(this.#client, {
      Bucket: this.#bucket,
      Key: key,
      VersionId: version,
      ResponseContentDisposition: 'inline',
      ResponseCacheControl: 'no-store',
    });
  }
}
