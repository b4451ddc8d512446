import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import { publishedKey } from '../../domain/proof/key-set.ts';
import { DIGEST_PREFIX } from '../../environment.ts';
import type { Digests, NewKey, PublishedKeys } from '../../ports/proof.ts';
import { linkVersion, standingVersion } from './versions.ts';

const DAYS_A_PAGE = 100;

/** More keys than a stage will ever have: one a year for centuries. */
const MOST_KEYS = 1000;

const newKey = z.omit(publishedKey, { validUntil: true });

/** The bucket of digests, under Object Lock: every object is put if absent and never again. */
export class S3Digests implements Digests, PublishedKeys {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async digest(day: string): Promise<string | undefined> {
    return this.#read(dayKey(day));
  }

  async seal(day: string, file: string): Promise<string> {
    if (await this.#putIfAbsent(dayKey(day), file)) return file;
    const standing = await this.#read(dayKey(day));
    if (standing === undefined) throw new Error(`The digest of ${day} is there and cannot be read`);
    return standing;
  }

  async keepLeaves(root: string, file: string): Promise<void> {
    await this.#putIfAbsent(leavesKey(root), file);
  }

  async leaves(root: string): Promise<string> {
    const file = await this.#read(leavesKey(root));
    if (file === undefined) throw new Error(`The leaves of ${root} are missing`);
    return file;
  }

  async linkLeaves(root: string, fileName: string): Promise<string> {
    const object = { Bucket: this.#bucket, Key: leavesKey(root) };
    return linkVersion(this.#client, {
      ...object,
      VersionId: await standingVersion(this.#client, object),
      ResponseContentDisposition: `attachment; filename="${fileName}"`,
    });
  }

  async days(after?: string): Promise<{ days: readonly string[]; more: boolean }> {
    const { keys, more } = await this.#list(DIGEST_PREFIX.days, DAYS_A_PAGE, after && dayKey(after));
    return { days: keys.map((key) => key.slice(DIGEST_PREFIX.days.length, -'.json'.length)), more };
  }

  async publish(key: NewKey): Promise<void> {
    await this.#putIfAbsent(`${DIGEST_PREFIX.keys}${key.kid}.json`, JSON.stringify(key));
  }

  async published(): Promise<readonly NewKey[]> {
    const { keys } = await this.#list(DIGEST_PREFIX.keys, MOST_KEYS);
    const files = await Promise.all(keys.map((key) => this.#read(key)));
    return files.map((file) => newKey.parse(JSON.parse(file ?? '')));
  }

  async #list(prefix: string, most: number, after?: string) {
    const { Contents = [], IsTruncated = false } = await this.#client.send(
      new ListObjectsV2Command({
        Bucket: this.#bucket,
        Prefix: prefix,
        MaxKeys: most,
        ...(after !== undefined && { StartAfter: after }),
      }),
    );
    return { keys: Contents.flatMap(({ Key }) => (Key === undefined ? [] : [Key])), more: IsTruncated };
  }

  async #read(key: string): Promise<string | undefined> {
    try {
      const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }));
      return await Body?.transformToString('utf8');
    } catch (error) {
      if (isStatus(error, 404)) return undefined;
      throw error;
    }
  }

  /** Answers whether it was we who put it. */
  async #putIfAbsent(key: string, text: string): Promise<boolean> {
    try {
      await this.#client.send(
        new PutObjectCommand({
          Bucket: this.#bucket,
          Key: key,
          Body: text,
          ContentType: 'application/json',
          IfNoneMatch: '*',
        }),
      );
      return true;
    } catch (error) {
      if (isStatus(error, 412)) return false;
      throw error;
    }
  }
}

function isStatus(error: unknown, status: number): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === status;
}

function dayKey(day: string): string {
  return `${DIGEST_PREFIX.days}${day}.json`;
}

function leavesKey(root: string): string {
  return `${DIGEST_PREFIX.leaves}${root}.json`;
}
