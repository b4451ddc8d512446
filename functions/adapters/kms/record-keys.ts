import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { RecordRef } from '../../domain/record/version.ts';
import type { RecordKey, RecordKeys } from '../../ports/record-keys.ts';
import type { WrappedKey } from '../../ports/record-store.ts';
import { recordKeyFrom } from './sealed-format.ts';

/** Data keys of records under the key "personal"; the encryption context binds each to its record. */
export class KmsRecordKeys implements RecordKeys {
  readonly #client: KMSClient;
  readonly #keyId: string;

  constructor(client: KMSClient, keyId: string) {
    this.#client = client;
    this.#keyId = keyId;
  }

  async create(ref: RecordRef): Promise<{ key: RecordKey; wrapped: WrappedKey }> {
    const { Plaintext, CiphertextBlob } = await this.#client.send(
      new GenerateDataKeyCommand({
        KeyId: this.#keyId,
        KeySpec: 'AES_256',
        EncryptionContext: contextOf(ref),
      }),
    );
    if (Plaintext === undefined || CiphertextBlob === undefined) throw new Error('KMS gave no data key');
    return { key: recordKeyFrom(ref, Plaintext), wrapped: CiphertextBlob };
  }

  async open(ref: RecordRef, wrapped: WrappedKey): Promise<RecordKey> {
    const { Plaintext } = await this.#client.send(
      new DecryptCommand({ KeyId: this.#keyId, CiphertextBlob: wrapped, EncryptionContext: contextOf(ref) }),
    );
    if (Plaintext === undefined) throw new Error('KMS opened no data key');
    return recordKeyFrom(ref, Plaintext);
  }
}

function contextOf({ kind, id }: RecordRef): Record<string, string> {
  return { kind, id };
}
