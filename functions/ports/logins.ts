export interface LinkedPerson {
  readonly personId: string;
  /** The person's own record is made; until then whoever comes by this login makes it. */
  readonly begun: boolean;
}

/**
 * Logins (`issuer + subject`) are links to a person, never keys of anything. Whom a link names never changes, so it may
 * be remembered for the life of a process; rights are on the session item.
 */
export interface Logins {
  /** The person this login belongs to; `undefined` at the first sign-in. */
  personOf(issuer: string, subject: string): Promise<LinkedPerson | undefined>;
  /** Links the login if it is not linked; answers the person it is linked to, ours or the winner's. */
  link(issuer: string, subject: string, personId: string): Promise<string>;
  /** Notes on the link that the person's record is made. */
  noteBegun(issuer: string, subject: string): Promise<void>;
}
