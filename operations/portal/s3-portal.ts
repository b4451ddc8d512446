import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import { headersOf, type PortalFile } from './portal-file.ts';
import type { PortalPlace, Release } from './publish-portal.ts';

const release = z.object({ at: z.string(), assets: z.array(z.string()) });
/** Beside the pages: whoever may publish may read it, and it names nothing that pages do not name. */
const RELEASES = '.releases/';

export class S3Portal implements PortalPlace {
  readonly region: string;
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, { region, bucket }: { readonly region: string; readonly bucket: string }) {
    this.#client = client;
    this.region = region;
    this.#bucket = bucket;
  }

  async assets(): Promise<readonly string[]> {
    return this.#names('assets/');
  }

  async put({ name, bytes }: PortalFile): Promise<void> {
    const { contentType, cacheControl } = headersOf(name);
    await this.#client.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: name,
        Body: bytes,
        ContentType: contentType,
        CacheControl: cacheControl,
      }),
    );
  }

  async remove(assets: readonly string[]): Promise<void> {
    for (const Key of assets) await this.#client.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key }));
  }

  async releases(): Promise<readonly Release[]> {
    const names = await this.#names(RELEASES);
    const texts = await Promise.all(names.toSorted().map((name) => this.#read(name)));
    return texts.map((text) => release.parse(JSON.parse(text)));
  }

  async note(noted: Release): Promise<void> {
    await this.put({
      name: `${RELEASES}${noted.at}.json`,
      bytes: new TextEncoder().encode(JSON.stringify(noted)),
    });
  }

  async #names(prefix: string): Promise<readonly string[]> {
    const names: string[] = [];
    const place = { Bucket: this.#bucket, Prefix: prefix };
    for await (const { Contents = [] } of paginateListObjectsV2({ client: this.#client }, place))
      names.push(...Contents.flatMap(({ Key }) => Key ?? []));
    return names;
  }

  async #read(name: string): Promise<string> {
    const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: name }));
    return (await Body?.transformToString('utf8')) ?? '';
  }
}
