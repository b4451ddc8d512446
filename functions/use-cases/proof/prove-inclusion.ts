import { daysFrom } from '../../domain/proof/digest-day.ts';
import { pathTo } from '../../domain/proof/judge-tree.ts';
import type { Sha256Bytes } from '../../domain/proof/merkle-tree.ts';
import { jsonOf } from '../../domain/proof/signed.ts';
import { type InclusionProof, leaves, signedDigest } from '../../domain/proof/statements.ts';
import type { Digests } from '../../ports/proof.ts';

export interface Proving {
  readonly digests: Pick<Digests, 'digest' | 'leaves'>;
  readonly sha256: Sha256Bytes;
}

/** What comes late for its own day is in the digest of one of the next. */
const LATE_DAYS = 3;

/** The proof that a hash is in the digest of its day, or of the days after as a late one; `undefined` where it is in none. */
export async function proveInclusion(
  { digests, sha256 }: Proving,
  day: string,
  hash: string,
): Promise<InclusionProof | undefined> {
  for (let late = 0; late <= LATE_DAYS; late += 1) {
    const file = await digests.digest(daysFrom(day, late));
    if (file === undefined) return undefined;
    const digest = signedDigest.parse(jsonOf(file));
    if (late > 0 && !digest.statement.late.some((one) => one.hash === hash)) continue;
    const { hashes } = leaves.parse(jsonOf(await digests.leaves(digest.statement.root)));
    const index = hashes.indexOf(hash);
    if (index >= 0)
      return {
        type: 'banli-inclusion-proof',
        hash,
        index,
        path: [...pathTo(index, hashes, sha256)],
        digest,
      };
  }
  return undefined;
}
