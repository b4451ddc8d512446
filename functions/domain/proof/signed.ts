import canonicalize from 'canonicalize';
import * as z from 'zod/mini';
import { base64urlOf, bytesOfBase64url, textOfUtf8, utf8Of } from './bytes.ts';

/**
 * What we sign is a JSON Web Signature (RFC 7515, ES256): compact where room is short (QR code, last line of a PDF),
 * and with its payload detached (appendix F) where people should be able to read it.
 */
export interface SignedStatement<Statement> {
  readonly statement: Statement;
  /** `<header>..<signature>` over the canonical JSON (RFC 8785) of the statement. */
  readonly jws: string;
}

export interface ReadSignature {
  readonly kid: string;
  readonly payload: string;
  /** What was signed: header and payload as they stand. */
  readonly input: Uint8Array;
  /** r and s, 32 bytes each. */
  readonly signature: Uint8Array;
}

const header = z.strictObject({ alg: z.literal('ES256'), kid: z.string().check(z.regex(/^[\w-]{16}$/)) });
const SIGNATURE_BYTES = 64;

/** RFC 8785 JSON of what a file says; throws on what JSON cannot say. */
export function canonicalOf(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('No JSON has this');
  return text;
}

/** The same value with its members in canonical order: an answer made of it is, byte for byte, what a verifier expects. */
export function inCanonicalOrder<Value>(value: Value): Value {
  const ordered: Value = JSON.parse(canonicalOf(value));
  return ordered;
}

export function signingInput(kid: string, payload: string): string {
  return `${base64urlOf(utf8Of(canonicalOf({ alg: 'ES256', kid })))}.${base64urlOf(utf8Of(payload))}`;
}

/** A compact JWS, read strictly: there is one way to write it, so that no byte of it can be another. */
export function readCompact(jws: string): ReadSignature | undefined {
  const [head = '', body = '', tail = '', ...more] = jws.split('.');
  const [headBytes, payloadBytes, signature] = [head, body, tail].map(bytesOfBase64url);
  if (more.length > 0 || !headBytes || !payloadBytes || signature?.length !== SIGNATURE_BYTES)
    return undefined;
  const payload = textOfUtf8(payloadBytes);
  const read = header.safeParse(jsonOf(textOfUtf8(headBytes)));
  if (payload === undefined || !read.success) return undefined;
  const input = signingInput(read.data.kid, payload);
  return input === `${head}.${body}`
    ? { kid: read.data.kid, payload, input: utf8Of(input), signature }
    : undefined;
}

export function readDetached({ statement, jws }: SignedStatement<unknown>): ReadSignature | undefined {
  const [head = '', body, tail = '', ...more] = jws.split('.');
  if (body !== '' || more.length > 0) return undefined;
  return readCompact(`${head}.${base64urlOf(utf8Of(canonicalOf(statement)))}.${tail}`);
}

/** JSON of a text; `undefined` where it is none. */
export function jsonOf(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
