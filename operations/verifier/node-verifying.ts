import { createPublicKey, hash, verify } from 'node:crypto';
import type { Verifying } from '../../functions/domain/proof/judge-signature.ts';

/** Hashing and signature checking by Node itself. */
export const nodeVerifying: Verifying = {
  sha256: (bytes) => new Uint8Array(hash('sha256', bytes, 'buffer')),
  isSignedBy: ({ kty, crv, x, y }, input, signature) => {
    try {
      const key = createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
      return verify('sha256', input, { key, dsaEncoding: 'ieee-p1363' }, signature);
    } catch {
      // Coordinates that are no point of the curve: nothing was ever signed by them.
      return false;
    }
  },
};
