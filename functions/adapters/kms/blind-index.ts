import { createHmac, hkdfSync } from 'node:crypto';
import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { BlindIndex } from '../../ports/record-keys.ts';

export interface BlindIndexKeys {
  /** HMAC key of the blind index; rotated by a new version and a re-index. */
  readonly indexKeyId: string;
  readonly indexKeyVersion: number;
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
    const root = await this.#root(this.#keys.indexKeyId);
    const version = this.#keys.indexKeyVersion;
    return Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [field, `k${version}:${fieldMac(root, field, value)}`]),
    );
  }

  async claimMac(what: string, value: string): Promise<string> {
    return fieldMac(await this.#root(this.#keys.claimsKeyId), what, value);
  }

  /** A failed call is not remembered: the next one asks again. */
  async #root(keyId: string): Promise<Uint8Array> {
    const known = this.#roots.get(keyId) ?? this.#fetchRoot(keyId);
    this.#roots.set(keyId, known);
    try {
      return await known;
    } catch (error) {
      this.#roots.delete(keyId);
      throw error;
    }
  }

  async #fetchRoot(keyId: string): Promise<Uint8Array> {
    const { Mac } = await this.#client.send(
      new GenerateMacCommand({
        KeyId: keyId,
        MacAlgorithm: 'HMAC_SHA_256',
        Message: new TextEncoder().encode('banli/blind-index/root'),
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
