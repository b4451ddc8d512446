import { createPublicKey, hash } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { kidOf } from '../../domain/proof/key-set.ts';
import type { NewKey, PublishedKeys, Signer } from '../../ports/proof.ts';

const COORDINATE_BYTES = 32;

/** Signs by the key "signing"; what is signed leaves only after the key's public half stands in the published set. */
export class KmsSigner implements Signer {
  readonly #client: KMSClient;
  readonly #keyId: string;
  readonly #keys: Pick<PublishedKeys, 'publish'>;
  readonly #nowIso: () => string;
  #published: Promise<string> | undefined;

  constructor(
    client: KMSClient,
    keyId: string,
    keys: Pick<PublishedKeys, 'publish'>,
    nowIso: () => string = () => new Date().toISOString(),
  ) {
    this.#client = client;
    this.#keyId = keyId;
    this.#keys = keys;
    this.#nowIso = nowIso;
  }

  /** Once a container; a failed try is not remembered. */
  async kid(): Promise<string> {
    this.#published ??= this.#publish();
    try {
      return await this.#published;
    } catch (error) {
      this.#published = undefined;
      throw error;
    }
  }

  async sign(input: Uint8Array): Promise<Uint8Array> {
    const { Signature } = await this.#client.send(
      new SignCommand({
        KeyId: this.#keyId,
        Message: hash('sha256', input, 'buffer'),
        MessageType: 'DIGEST',
        SigningAlgorithm: 'ECDSA_SHA_256',
      }),
    );
    if (Signature === undefined) throw new Error('KMS gave no signature');
    return rAndS(Signature);
  }

  async #publish(): Promise<string> {
    const { PublicKey } = await this.#client.send(new GetPublicKeyCommand({ KeyId: this.#keyId }));
    if (PublicKey === undefined) throw new Error('KMS gave no public key');
    const der = { key: Buffer.from(PublicKey), format: 'der', type: 'spki' } as const;
    const { x = '', y = '' } = createPublicKey(der).export({ format: 'jwk' });
    const kid = kidOf({ x, y }, (bytes) => new Uint8Array(hash('sha256', bytes, 'buffer')));
    const key: NewKey = {
      kty: 'EC',
      crv: 'P-256',
      x,
      y,
      alg: 'ES256',
      use: 'sig',
      kid,
      validFrom: this.#nowIso(),
    };
    await this.#keys.publish(key);
    return kid;
  }
}

/** KMS writes a signature as DER (two integers without leading zeros); a JWS has 32 bytes for each. */
function rAndS(der: Uint8Array): Uint8Array {
  const first = integerAt(der, 2);
  const second = integerAt(der, first.end);
  const signature = new Uint8Array(2 * COORDINATE_BYTES);
  signature.set(first.bytes, COORDINATE_BYTES - first.bytes.length);
  signature.set(second.bytes, 2 * COORDINATE_BYTES - second.bytes.length);
  return signature;
}

function integerAt(der: Uint8Array, at: number): { bytes: Uint8Array; end: number } {
  const end = at + 2 + (der[at + 1] ?? 0);
  const bytes = der.subarray(at + 2, end);
  return { bytes: bytes[0] === 0 ? bytes.subarray(1) : bytes, end };
}
