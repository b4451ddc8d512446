import type { Language } from '../domain/language.ts';
import type { Refusal } from '../domain/refusal.ts';
import { speak } from '../words/speak.ts';

/** A field problem of a form, at a JSON-pointer-like path, in the person's words. */
export interface FieldProblem {
  readonly path: string;
  readonly kind: string;
  readonly text: string;
}

/** RFC 9457 problem document: what is wrong and what to do next, in the person's language. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly kind: string;
  readonly next: string;
  readonly reference: string;
  readonly problems?: readonly FieldProblem[];
  /** The version that stands now, for `stale`. */
  readonly version?: number;
  /** What the next try is given with, for `wrong-code`: each answer uses its session up. */
  readonly session?: string;
}

/** Status of each kind of refusal; what is not listed is a conflict with the state of the record (409). */
const STATUS: Readonly<Record<string, number>> = {
  'not-signed-in': 401,
  'wrong-code': 401,
  'code-expired': 401,
  'too-many-tries': 401,
  'wrong-password': 401,
  'not-permitted': 403,
  'not-through-edge': 403,
  'off-duty': 403,
  left: 403,
  frozen: 403,
  'agreement-lapsed': 403,
  'training-lapsed': 403,
  'not-a-colleague': 403,
  'not-found': 404,
  'no-such-page': 404,
  'body-too-large': 413,
  'invalid-request': 422,
  'invalid-answers': 422,
  'idempotency-key-missing': 400,
  'bad-cursor': 400,
  'not-json': 400,
  'too-many-codes': 429,
  'too-many-tries-on-number': 429,
  settling: 503,
  'closed-for-now': 503,
};

export function statusOf({ kind }: Refusal): number {
  return STATUS[kind] ?? 409;
}

export function problemOf(
  refusal: Refusal,
  {
    language,
    reference,
    problems,
  }: { language: Language; reference: string; problems?: readonly FieldProblem[] },
): Problem {
  const words = speak(language);
  const facts = { ...refusal.facts };
  return {
    type: `urn:banli:refusal:${refusal.kind}`,
    title: words(`refusal.${refusal.kind}`, facts),
    status: statusOf(refusal),
    kind: refusal.kind,
    next: words(`refusal.${refusal.kind}.next`, facts),
    reference,
    ...(problems === undefined ? {} : { problems }),
    ...(typeof facts.version === 'number' ? { version: facts.version } : {}),
    ...(typeof facts.session === 'string' ? { session: facts.session } : {}),
  };
}
