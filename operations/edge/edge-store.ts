import '@aws-sdk/signature-v4a';
import {
  CloudFrontKeyValueStoreClient,
  DescribeKeyValueStoreCommand,
  GetKeyCommand,
  PutKeyCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-cloudfront-keyvaluestore';

/** What the function at the edge reads at each request; a change is everywhere within seconds, a minute at the most. */
export interface EdgeStore {
  get(key: EdgeKey): Promise<string | undefined>;
  put(key: EdgeKey, value: string): Promise<void>;
}

/** As the function of the edge spells them. */
export type EdgeKey = 'active-region' | 'origin-secret';

/** CloudFront's own store, by its data plane: it answers when the region of the edge's stack does not. */
export class KeyValueStore implements EdgeStore {
  readonly #client: CloudFrontKeyValueStoreClient;
  readonly #arn: string;

  constructor(client: CloudFrontKeyValueStoreClient, arn: string) {
    this.#client = client;
    this.#arn = arn;
  }

  async get(key: EdgeKey): Promise<string | undefined> {
    try {
      return (await this.#client.send(new GetKeyCommand({ KvsARN: this.#arn, Key: key }))).Value;
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  }

  async put(key: EdgeKey, value: string): Promise<void> {
    const { ETag } = await this.#client.send(new DescribeKeyValueStoreCommand({ KvsARN: this.#arn }));
    await this.#client.send(new PutKeyCommand({ KvsARN: this.#arn, Key: key, Value: value, IfMatch: ETag }));
  }
}

export function openEdgeStore(arn: string): EdgeStore {
  return new KeyValueStore(new CloudFrontKeyValueStoreClient({ region: 'us-east-1' }), arn);
}
