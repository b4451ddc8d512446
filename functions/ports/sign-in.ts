import type { Language } from '../domain/language.ts';
import type { Refusal } from '../domain/refusal.ts';

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: string;
}

export interface Contact {
  readonly channel: 'mail' | 'sms';
  /** An e-mail address, or a mobile number in E.164. */
  readonly address: string;
}

/** Signing customers in by a code sent to a contact. Another identity provider takes its place behind this port. */
export interface CustomerSignIn {
  /** Sends a code. The answer is the same whether the login existed. */
  start(login: { loginId: string; contact: Contact; language: Language }): Promise<{ session: string }>;
  /** Tokens, or a refusal: `wrong-code` (try again with `session`), `code-expired`, `too-many-tries`. */
  answer(given: { loginId: string; session: string; code: string }): Promise<SignInAnswer>;
  refresh(refreshToken: string): Promise<Tokens | undefined>;
  /** Ends every session of this login at once. */
  signOut(subject: string): Promise<void>;
}

export type SignInAnswer =
  | { readonly signedIn: true; readonly tokens: Tokens }
  | { readonly signedIn: false; readonly refusal: Refusal; readonly session?: string };

export type StaffChallenge = 'one-time-password' | 'new-password' | 'set-up-one-time-password';

/** Signing staff in by password and time-based one-time password; both are required. */
export interface StaffSignIn {
  start(given: { username: string; password: string }): Promise<StaffSignInAnswer>;
  /** Answers a challenge with what it asks for. */
  answer(given: {
    username: string;
    session: string;
    challenge: StaffChallenge;
    response: string;
  }): Promise<StaffSignInAnswer>;
  refresh(refreshToken: string): Promise<Tokens | undefined>;
  signOut(username: string): Promise<void>;
  /**
   * Makes a login for a colleague, with a password to be changed at first sign-in; answers its subject. One that is
   * there already is answered as it is: whose it is, the link says.
   */
  enrol(given: {
    username: string;
    email: string;
    temporaryPassword: string;
  }): Promise<{ readonly issuer: string; readonly subject: string } | { readonly refusal: Refusal }>;
}

export type StaffSignInAnswer =
  | { readonly step: 'signed-in'; readonly tokens: Tokens }
  | {
      readonly step: 'challenge';
      readonly challenge: StaffChallenge;
      readonly session: string;
      /** Secret to be scanned, only for `set-up-one-time-password`. */
      readonly secret?: string;
    }
  | { readonly step: 'refused'; readonly refusal: Refusal };
