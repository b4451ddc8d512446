import { bytesOfHex, hexOf } from './bytes.ts';
import { type Finding, finding } from './findings.ts';
import { inclusionPath, leafHash, rootByPath, type Sha256Bytes, treeRoot } from './merkle-tree.ts';
import type { Digest, InclusionProof, Leaves } from './statements.ts';

/** The root over hashes in their order, hex as they are. */
export function rootOver(hashes: readonly string[], sha256: Sha256Bytes): string {
  return hexOf(treeRoot(hashes.map(bytes), sha256));
}

/** The siblings that prove that the hash at `index` is under the root. */
export function pathTo(index: number, hashes: readonly string[], sha256: Sha256Bytes): readonly string[] {
  return inclusionPath(index, hashes.map(bytes), sha256).map(hexOf);
}

export function judgePath(proof: InclusionProof, sha256: Sha256Bytes): readonly Finding[] {
  const { hash, index, path, digest } = proof;
  const { size, root } = digest.statement;
  const leaf = leafHash(bytes(hash), sha256);
  const reached = rootByPath(leaf, { index, size }, path.map(bytes), sha256);
  return reached !== undefined && hexOf(reached) === root ? [] : [finding('path-leads-elsewhere')];
}

/** Whether the digest is of these leaves, all of them and in this order. */
export function judgeLeaves(
  { hashes }: Leaves,
  { size, root }: Digest,
  sha256: Sha256Bytes,
): readonly Finding[] {
  if (hashes.length !== size) return [finding('leaves-differ', `${hashes.length} and not ${size}`)];
  return rootOver(hashes, sha256) === root ? [] : [finding('leaves-differ', 'another root')];
}

function bytes(hex: string): Uint8Array {
  return bytesOfHex(hex) ?? new Uint8Array();
}
