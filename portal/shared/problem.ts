/** A problem document (RFC 9457) as the API answers it, in the person's language. */
export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly kind: string;
  readonly next: string;
  /** What a person tells the hotline. */
  readonly reference: string;
  readonly problems?: readonly { readonly path: string; readonly kind: string; readonly text: string }[];
  readonly version?: number;
  /** What the next try of a code is given with. */
  readonly session?: string;
}

/** Thrown by calls to the API that were refused, so that a page can show why and what to do next. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

/** The kinds the pages make themselves when no problem document came: their words are ours. */
export type OwnKind = 'unreachable' | 'unavailable' | 'busy' | 'not-found' | 'not-signed-in' | 'unexpected';

/** A gateway or a broken line answers no problem document; its status says what happened. */
export function problemFromStatus(status: number, reference: string): Problem {
  return { title: '', status, kind: ownKind(status), next: '', reference };
}

function ownKind(status: number): OwnKind {
  if (status === 0) return 'unreachable';
  if (status === 401) return 'not-signed-in';
  if (status === 404) return 'not-found';
  if (status === 429) return 'busy';
  return status === 503 || status === 502 || status === 504 ? 'unavailable' : 'unexpected';
}

/** The problem behind whatever was thrown; a fault in the page itself is `unexpected`. */
export function problemBehind(error: unknown): Problem {
  if (error instanceof ApiProblem) return error.problem;
  return problemFromStatus(error instanceof TypeError ? 0 : 500, '');
}

export function isKind(error: unknown, kind: string): boolean {
  return error instanceof ApiProblem && error.problem.kind === kind;
}
