import type { StaffSignInAnswer } from './sign-in.ts';

/**
 * Signing staff in where the organisation has its own provider of identities (OpenID Connect): the person leaves for its
 * page and comes back with a code. Passwords and second factors are the provider's; what a colleague may do stays ours.
 */
export interface StaffProvider {
  /** Where to send the browser, and what it keeps until it comes back; only whoever kept it can use the code. */
  begin(): Promise<{ readonly address: string; readonly session: string }>;
  /** Tokens for the code, or `not-signed-in`: it was used, it is another's, or the provider's word does not hold. */
  finish(given: {
    readonly session: string;
    readonly state: string;
    readonly code: string;
  }): Promise<StaffSignInAnswer>;
}
