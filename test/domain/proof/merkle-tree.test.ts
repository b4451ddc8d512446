import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { bytesOfHex, hexOf } from '../../../functions/domain/proof/bytes.ts';
import {
  inclusionPath,
  leafHash,
  rootByPath,
  treeRoot,
} from '../../../functions/domain/proof/merkle-tree.ts';
import { sha256Bytes } from '../../support/given/proof.ts';

const bytes = (hex: string) => bytesOfHex(hex) ?? new Uint8Array();
const leavesOf = (...hex: string[]) => hex.map(bytes);

/** The tree that the implementations of Certificate Transparency test themselves by. */
const KNOWN = leavesOf(
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
);
const KNOWN_ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const tree = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 70 });
const leafOf = tree.chain((leaves) => fc.tuple(fc.constant(leaves), fc.nat(leaves.length - 1)));

describe('the tree of RFC 9162', () => {
  test.each(KNOWN_ROOTS.map((root, size) => ({ root, size })))(
    'has the known root of $size leaves',
    (known) => {
      expect(hexOf(treeRoot(KNOWN.slice(0, known.size), sha256Bytes))).toBe(known.root);
    },
  );

  test('has the known path of the sixth of eight leaves', () => {
    expect(inclusionPath(5, KNOWN, sha256Bytes).map(hexOf)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  test.prop([leafOf])('leads from every leaf by its path to the root', ([leaves, index]) => {
    const path = inclusionPath(index, leaves, sha256Bytes);
    const leaf = leafHash(leaves[index] ?? new Uint8Array(), sha256Bytes);
    const root = rootByPath(leaf, { index, size: leaves.length }, path, sha256Bytes);
    expect(root && hexOf(root)).toBe(hexOf(treeRoot(leaves, sha256Bytes)));
    expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(leaves.length)));
  });

  test.prop([leafOf, fc.nat(), fc.integer({ min: 1, max: 255 })])(
    'leads elsewhere when one byte of the leaf or of its path is another, or a step is missing or too many',
    ([leaves, index], where, change) => {
      const path = inclusionPath(index, leaves, sha256Bytes);
      const leaf = leafHash(leaves[index] ?? new Uint8Array(), sha256Bytes);
      const right = hexOf(treeRoot(leaves, sha256Bytes));
      const lead = (one: Uint8Array, steps: readonly Uint8Array[]) => {
        const root = rootByPath(one, { index, size: leaves.length }, steps, sha256Bytes);
        return root && hexOf(root);
      };
      const altered = (one: Uint8Array) => one.map((byte, n) => (n === where % 32 ? byte ^ change : byte));
      const step = where % Math.max(path.length, 1);
      expect(lead(altered(leaf), path)).not.toBe(right);
      if (path.length === 0) return;
      expect(lead(leaf, path.with(step, altered(path[step] ?? leaf)))).not.toBe(right);
      expect(lead(leaf, path.toSpliced(step, 1))).not.toBe(right);
      expect(lead(leaf, [...path, leaf])).not.toBe(right);
    },
  );

  test.prop([tree.filter((leaves) => leaves.length > 1), fc.nat()])(
    '[R37] has another root when one leaf is dropped, put in or moved',
    (leaves, where) => {
      const root = (those: readonly Uint8Array[]) => hexOf(treeRoot(those, sha256Bytes));
      const right = root(leaves);
      const at = where % leaves.length;
      expect(root(leaves.toSpliced(at, 1))).not.toBe(right);
      expect(root(leaves.toSpliced(at, 0, Uint8Array.of(7)))).not.toBe(right);
      const [one, other] = [leaves[0], leaves[1]];
      if (one && other && hexOf(one) !== hexOf(other))
        expect(root([other, one, ...leaves.slice(2)])).not.toBe(right);
    },
  );

  test('refuses a leaf that is not there', () => {
    expect(() => inclusionPath(8, KNOWN, sha256Bytes)).toThrow(RangeError);
    expect(rootByPath(KNOWN[0] ?? new Uint8Array(), { index: 8, size: 8 }, [], sha256Bytes)).toBeUndefined();
  });
});
