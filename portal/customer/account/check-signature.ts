import canonicalize from 'canonicalize';
import type { AnswerOf } from '../../shared/api-types.ts';

type SignedReceipt = AnswerOf<'readReceipt'>;
type KeySet = AnswerOf<'readKeys'>;

/** Whether a published key signed this receipt: checked by the browser itself, not by us. */
export async function isSigned({ statement, jws }: SignedReceipt, { keys }: KeySet): Promise<boolean> {
  const [head = '', , signature = ''] = jws.split('.');
  const { kid }: { kid?: string } = JSON.parse(new TextDecoder().decode(bytesOf(head)));
  const found = keys.find((key) => key.kid === kid);
  if (found === undefined) return false;
  const { kty, crv, x, y } = found;
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, algorithm, false, ['verify']);
  const payload = base64urlOf(new TextEncoder().encode(canonicalize(statement)));
  const input = new TextEncoder().encode(`${head}.${payload}`);
  return crypto.subtle.verify(algorithm, key, bytesOf(signature), input);
}

function bytesOf(base64url: string) {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function base64urlOf(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
