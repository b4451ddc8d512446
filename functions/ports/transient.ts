/** What may be missed after the loss of a region: one-time codes and rate limits. Expiry is checked on reading. */
export interface OneTimeCodes {
  /** Keeps the code's hash for a sign-in, replacing an earlier one. */
  keepCode(signInId: string, code: OneTimeCode): Promise<void>;
  /**
   * Counts a try and answers the code as it was kept, `undefined` when there is none or it expired. A try is
   * counted before it is compared, so that two guesses at once are two tries.
   */
  tryCode(signInId: string, now: string): Promise<(OneTimeCode & { readonly tries: number }) | undefined>;
  /** A code is used once: answers whether this call used it. */
  useCode(signInId: string): Promise<boolean>;
}

export interface OneTimeCode {
  readonly codeMac: string;
  readonly expiresAtEpochSeconds: number;
}

/** That a colleague proved again who they are, a moment ago: what signing an opinion asks for. [3.5.1] */
export interface Proofs {
  keepProof(personId: string, untilEpochSeconds: number): Promise<void>;
  isProved(personId: string, now: string): Promise<boolean>;
}

export interface RateLimits {
  /** Counts one more in the window and answers how many there are now. */
  count(
    what: string,
    who: string,
    window: { readonly startsAtEpochSeconds: number; readonly seconds: number },
  ): Promise<number>;
}
