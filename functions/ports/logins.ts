/**
 * Logins (`issuer + subject`) are links to a person, never keys of anything. A link is put once and never changes,
 * so it may be remembered for the life of a process; rights are on the session item.
 */
export interface Logins {
  /** The person this login belongs to; `undefined` at the first sign-in. */
  personOf(issuer: string, subject: string): Promise<string | undefined>;
  /** Links the login if it is not linked; answers the person it is linked to, ours or the winner's. */
  link(issuer: string, subject: string, personId: string): Promise<string>;
}
