import type { StaffSignInAnswer } from './sign-in.ts';

/** Where to send the browser, and what it keeps until it comes back; only whoever kept it can use the code. */
export interface AwayAtProvider {
  readonly address: string;
  readonly session: string;
}

/** What was kept, and what the provider sent back with the browser. */
export interface ProviderAnswer {
  readonly session: string;
  readonly state: string;
  readonly code: string;
}

/**
 * Signing staff in where the organisation has its own provider of identities (OpenID Connect): the person leaves for its
 * page and comes back with a code. Passwords and second factors are the provider's; what a colleague may do stays ours.
 */
export interface StaffProvider {
  begin(): Promise<AwayAtProvider>;
  /** Tokens for the code, or `not-signed-in`: it was used, it is another's, or the provider's word does not hold. */
  finish(given: ProviderAnswer): Promise<StaffSignInAnswer>;
  /** The same way, on which the person is asked anew whatever the provider remembers of them. */
  beginProof(): Promise<AwayAtProvider>;
  /** Whom the provider asked, and when; `undefined` where its word does not hold. */
  prove(
    given: ProviderAnswer,
  ): Promise<
    { readonly issuer: string; readonly subject: string; readonly atEpochSeconds: number } | undefined
  >;
}
