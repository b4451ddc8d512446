import { joinedBytes } from './bytes.ts';

/** SHA-256 of bytes; the domain is given it. */
export type Sha256Bytes = (bytes: Uint8Array) => Uint8Array;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The hash of a leaf (RFC 9162 §2.1.1): its prefix keeps a node from being passed off as one. */
export function leafHash(data: Uint8Array, sha256: Sha256Bytes): Uint8Array {
  return sha256(joinedBytes(LEAF, data));
}

/** The root over leaf data in order (RFC 9162 §2.1.1); of no leaves it is the hash of nothing. */
export function treeRoot(leaves: readonly Uint8Array[], sha256: Sha256Bytes): Uint8Array {
  return leaves.length === 0 ? sha256(new Uint8Array()) : subtreeRoot(leaves, 0, leaves.length, sha256);
}

/** What proves that the leaf at `index` is in the tree, from the leaf upwards (RFC 9162 §2.1.3.1). */
export function inclusionPath(
  index: number,
  leaves: readonly Uint8Array[],
  sha256: Sha256Bytes,
): readonly Uint8Array[] {
  if (index < 0 || index >= leaves.length) throw new RangeError(`No leaf ${index} of ${leaves.length}`);
  const path: Uint8Array[] = [];
  let [from, until] = [0, leaves.length];
  while (until - from > 1) {
    const middle = from + largestPowerBelow(until - from);
    const [left, right] = [[from, middle] as const, [middle, until] as const];
    const [inside, outside] = index < middle ? [left, right] : [right, left];
    path.unshift(subtreeRoot(leaves, ...outside, sha256));
    [from, until] = inside;
  }
  return path;
}

/** The root that a leaf's hash and its path lead to (RFC 9162 §2.1.3.2); `undefined` where the path has the wrong length. */
export function rootByPath(
  leaf: Uint8Array,
  { index, size }: { readonly index: number; readonly size: number },
  path: readonly Uint8Array[],
  sha256: Sha256Bytes,
): Uint8Array | undefined {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return undefined;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash, sha256);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else hash = nodeHash(hash, sibling, sha256);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : undefined;
}

function subtreeRoot(
  leaves: readonly Uint8Array[],
  from: number,
  until: number,
  sha256: Sha256Bytes,
): Uint8Array {
  if (until - from === 1) return leafHash(leaves[from] ?? new Uint8Array(), sha256);
  const middle = from + largestPowerBelow(until - from);
  return nodeHash(
    subtreeRoot(leaves, from, middle, sha256),
    subtreeRoot(leaves, middle, until, sha256),
    sha256,
  );
}

function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Sha256Bytes): Uint8Array {
  return sha256(joinedBytes(NODE, left, right));
}

/** The largest power of two below a number of leaves: where RFC 9162 splits a tree. */
function largestPowerBelow(count: number): number {
  return 2 ** Math.floor(Math.log2(count - 1));
}
