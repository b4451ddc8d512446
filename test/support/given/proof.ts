import { generateKeyPairSync, hash, sign } from 'node:crypto';
import { base64urlOf, hexOf, utf8Of } from '../../../functions/domain/proof/bytes.ts';
import { pathTo, rootOver } from '../../../functions/domain/proof/judge-tree.ts';
import { kidOf, type PublishedKey } from '../../../functions/domain/proof/key-set.ts';
import { canonicalOf, signingInput } from '../../../functions/domain/proof/signed.ts';
import type { Digest, InclusionProof } from '../../../functions/domain/proof/statements.ts';
import { keepVersion, NO_HASH } from '../../../functions/domain/record/chain.ts';
import { nodeVerifying } from '../../../operations/verifier/node-verifying.ts';

export const { sha256: sha256Bytes } = nodeVerifying;

/** A key pair as KMS would hold it, and what it signs. */
export function makeSigningKey(validFrom = '2026-01-01T00:00:00Z') {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const published: Omit<PublishedKey, 'validUntil'> = {
    kty: 'EC',
    crv: 'P-256',
    x,
    y,
    alg: 'ES256',
    use: 'sig',
    kid: kidOf({ x, y }, sha256Bytes),
    validFrom,
  };
  const signatureOver = (input: Uint8Array) =>
    new Uint8Array(sign('sha256', input, { key: privateKey, dsaEncoding: 'ieee-p1363' }));
  const compact = (payload: string) => {
    const input = signingInput(published.kid, payload);
    return `${input}.${base64urlOf(signatureOver(utf8Of(input)))}`;
  };
  const detached = <Statement>(statement: Statement) => {
    const [head, , tail] = compact(canonicalOf(statement)).split('.');
    return { statement, jws: `${head}..${tail}` };
  };
  return { published, signatureOver, compact, detached };
}

export type SigningKey = ReturnType<typeof makeSigningKey>;

export const hashesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => hexOf(sha256Bytes(utf8Of(`leaf ${n}`))));

export function digestOver(hashes: readonly string[], different: Partial<Digest> = {}): Digest {
  return {
    type: 'banli-digest',
    day: '2026-03-02',
    timeZone: 'Asia/Shanghai',
    hours: { from: '2026-03-01T16:00:00Z', until: '2026-03-02T16:00:00Z' },
    sealedAt: '2026-03-03T18:00:00Z',
    previous: NO_HASH,
    size: hashes.length,
    root: rootOver(hashes, sha256Bytes),
    versions: hashes.length,
    accesses: 0,
    late: [],
    ...different,
  };
}

export function proofOf(index: number, hashes: readonly string[], key: SigningKey): InclusionProof {
  return {
    type: 'banli-inclusion-proof',
    hash: hashes[index] ?? '',
    index,
    path: [...pathTo(index, hashes, sha256Bytes)],
    digest: key.detached(digestOver(hashes)),
  };
}

export const fileOf = (name: string, content: unknown) => ({
  name,
  bytes: utf8Of(typeof content === 'string' ? content : canonicalOf(content)),
});

export const sha256 = (bytes: string | Uint8Array) => hash('sha256', bytes);

/** A record of so many versions, exported. */
export function recordOf(count: number, key: SigningKey) {
  let previousHash = NO_HASH;
  const versions = Array.from({ length: count }, (_, n) => {
    const version = n + 1;
    const header = { kind: 'case', id: 'c1', epoch: 1, version, at: '2026-03-02T01:00:00Z' };
    // Only what the chain is made of; a verifier reads nothing else.
    const part = { ...header, previousHash } as unknown as Parameters<typeof keepVersion>[0];
    const { clear, hash: own } = keepVersion(part, utf8Of(`sealed ${n}`), sha256);
    previousHash = own;
    return { epoch: 1, version, clear, hash: own, sealedSha256: sha256(`sealed ${n}`) };
  });
  const record = { kind: 'case' as const, id: 'c1' };
  const exportedAt = '2026-04-01T00:00:00Z';
  const statement = {
    type: 'banli-record' as const,
    record,
    exportedAt,
    versions: count,
    newest: previousHash,
  };
  return { ...key.detached(statement), versions };
}
