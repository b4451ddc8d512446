import type { Refusal } from '../domain/refusal.ts';

/** A request that never reached a use-case; thrown by the chain, answered as a problem document. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
  readonly refusal: Refusal;
  readonly problems: readonly { readonly path: string; readonly kind: string }[];

  constructor(refusal: Refusal, problems: readonly { readonly path: string; readonly kind: string }[] = []) {
    super(refusal.kind);
    this.refusal = refusal;
    this.problems = problems;
  }
}
