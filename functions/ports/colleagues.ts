import type { Session } from '../domain/people/session.ts';

/** The session items of staff: what each request is held against, and whom work may be given to. */
export interface Colleagues {
  /** One consistent read. */
  session(personId: string): Promise<Session | undefined>;
  /** Overwrites one made from an older version of the person's record; an older one never overwrites a newer. */
  keepSession(session: Session): Promise<void>;
  /** Everyone of a hall. */
  inHall(hall: string): Promise<readonly Session[]>;
}
