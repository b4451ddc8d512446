import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { DOCUMENT_PREFIX } from '../../environment.ts';
import type { Copies } from '../../ports/copies.ts';

/**
 * Asks the buckets of this region alone: the other's may be out of reach, and what it holds helps nobody here. It lists
 * names and opens nothing, so whoever asks needs no right to read.
 */
export class S3Copies implements Copies {
  readonly #client: S3Client;
  readonly #buckets: { readonly documents: string; readonly archive: string };

  constructor(client: S3Client, buckets: { readonly documents: string; readonly archive: string }) {
    this.#client = client;
    this.#buckets = buckets;
  }

  async hasDocument({ caseId, fileId }: Parameters<Copies['hasDocument']>[0]): Promise<boolean> {
    return this.#has(this.#buckets.documents, `${DOCUMENT_PREFIX.clean}${caseId}/${fileId}`);
  }

  async hasUpload({ caseId, fileId }: Parameters<Copies['hasUpload']>[0]): Promise<boolean> {
    return this.#has(this.#buckets.documents, `${DOCUMENT_PREFIX.quarantine}${caseId}/${fileId}`);
  }

  async hasFiled(key: string): Promise<boolean> {
    return this.#has(this.#buckets.archive, key);
  }

  async #has(bucket: string, key: string): Promise<boolean> {
    const { Contents = [] } = await this.#client.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: key, MaxKeys: 1 }),
    );
    return Contents[0]?.Key === key;
  }
}
