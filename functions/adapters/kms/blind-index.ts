import { createHmac, hkdfSync } from 'node:crypto';
import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { BlindIndex } from '../../ports/record-keys.ts';

/** Which version of the index key makes values now, and which one still finds until the re-index has ended. */
export interface IndexVersions {
  readonly current: number;
  readonly previous?: number;
}

export interface BlindIndexKeys {
  /** HMAC key of the blind index; rotated by a new version and a re-index. */
  readonly indexKeyId: string;
  readonly versions: () => Promise<IndexVersions>;
  /** HMAC key of claims; never rotated, or a unique thing could be claimed twice. */
  readonly claimsKeyId: string;
}

/**
 * Keyed MACs of field values: one `GenerateMac` per container start gives a root that never leaves memory; each
 * field's key is derived from it (HKDF), each value is MACed in memory. The MAC carries the key's version.
 */
export class KmsBlindIndex implements BlindIndex {
  readonly #client: KMSClient;
  readonly #keys: BlindIndexKeys;
  readonly #roots = new Map<string, Promise<Uint8Array>>();

  constructor(client: KMSClient, keys: BlindIndexKeys) {
    this.#client = client;
    this.#keys = keys;
  }

  async macs(fields: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
    const { current } = await this.#keys.versions();
    return this.#macsBy(current, fields);
  }

  async findable(field: string, value: string): Promise<readonly string[]> {
    const { current, previous } = await this.#keys.versions();
    const versions = previous === undefined ? [current] : [current, previous];
    const macs = await Promise.all(versions.map((version) => this.#macsBy(version, { [field]: value })));
    return macs.flatMap(Object.values);
  }

  async #macsBy(version: number, fields: Readonly<Record<string, string>>): Promise<Record<string, string>> {
    const root = await this.#root(this.#keys.indexKeyId, version);
    return Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [field, `k${version}:${fieldMac(root, field, value)}`]),
    );
  }

  async claimMac(what: string, value: string): Promise<string> {
    return fieldMac(await this.#root(this.#keys.claimsKeyId), what, value);
  }

  /** A failed call is not remembered: the next one asks again. */
  async #root(keyId: string, version = 1): Promise<Uint8Array> {
    const name = `${keyId}/${version}`;
    const known = this.#roots.get(name) ?? this.#fetchRoot(keyId, version);
    this.#roots.set(name, known);
    try {
      return await known;
    } catch (error) {
      this.#roots.delete(name);
      throw error;
    }
  }

  /** The key itself never leaves KMS; what a process held of it is worth nothing under the next version. */
  async #fetchRoot(keyId: string, version: number): Promise<Uint8Array> {
    const purpose = version === 1 ? 'banli/blind-index/root' : `banli/blind-index/root/${version}`;
    const { Mac } = await this.#client.send(
      new GenerateMacCommand({
        KeyId: keyId,
        MacAlgorithm: 'HMAC_SHA_256',
        Message: new TextEncoder().encode(purpose),
      }),
    );
    if (Mac === undefined) throw new Error('KMS gave no MAC');
    return Mac;
  }
}

function fieldMac(root: Uint8Array, field: string, value: string): string {
  const key = Buffer.from(hkdfSync('sha256', root, new Uint8Array(), `banli/field/${field}`, 32));
  return createHmac('sha256', key).update(value.normalize('NFKC')).digest('base64url');
}
