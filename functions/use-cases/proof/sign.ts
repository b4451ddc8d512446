import { base64urlOf, utf8Of } from '../../domain/proof/bytes.ts';
import { canonicalOf, type SignedStatement, signingInput } from '../../domain/proof/signed.ts';
import type { Signer } from '../../ports/proof.ts';

/** Signs a text as a compact JWS: one call to the key service. */
export async function signCompact(signer: Signer, payload: string): Promise<string> {
  const input = signingInput(await signer.kid(), payload);
  return `${input}.${base64urlOf(await signer.sign(utf8Of(input)))}`;
}

/** Signs a statement that stays readable beside its signature. */
export async function signStatement<Statement>(
  signer: Signer,
  statement: Statement,
): Promise<SignedStatement<Statement>> {
  const [head, , signature] = (await signCompact(signer, canonicalOf(statement))).split('.');
  return { statement, jws: `${head}..${signature}` };
}
