import { keySetOf } from '../../domain/proof/key-set.ts';
import { inCanonicalOrder, jsonOf } from '../../domain/proof/signed.ts';
import { signedDigest } from '../../domain/proof/statements.ts';
import { NOT_FOUND } from '../../http/answers.ts';
import {
  linkLeaves,
  listDigests,
  proveInclusion as operation,
  readDigest,
  readKeys,
} from '../../http/contract/proofs.ts';
import { route } from '../../http/route.ts';
import type { Digests, PublishedKeys } from '../../ports/proof.ts';
import { type Proving, proveInclusion } from '../../use-cases/proof/prove-inclusion.ts';

export interface PublicProofs extends Proving {
  readonly digests: Digests & PublishedKeys;
}

/** What anybody needs to verify what we signed: keys, digests, proofs. It names no record and no person. [R37] */
export function proofRoutes(proofs: PublicProofs) {
  const { digests } = proofs;
  const statementOf = (file: string) => signedDigest.parse(jsonOf(file));
  return [
    route(readKeys, async () => ({ answer: keySetOf(await digests.published()) })),
    route(listDigests, async ({ query: { after } }) => {
      const { days, more } = await digests.days(after);
      return { answer: { days: [...days], more } };
    }),
    route(readDigest, async ({ params: { day } }) => {
      const file = await digests.digest(day);
      return file === undefined ? NOT_FOUND : { answer: inCanonicalOrder(statementOf(file)) };
    }),
    route(linkLeaves, async ({ params: { day } }) => {
      const file = await digests.digest(day);
      if (file === undefined) return NOT_FOUND;
      const { root } = statementOf(file).statement;
      return { answer: { url: await digests.linkLeaves(root, `${day}.leaves.json`) } };
    }),
    route(operation, async ({ params: { day, hash } }) => {
      const proof = await proveInclusion(proofs, day, hash);
      return proof === undefined ? NOT_FOUND : { answer: inCanonicalOrder(proof) };
    }),
  ];
}
