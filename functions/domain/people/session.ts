import * as z from 'zod/mini';
import { ROLES } from '../case/rule.ts';
import type { Refusal } from '../refusal.ts';

/**
 * What every staff request is held against: dates, not booleans, so that nothing has to run for a right to end. The
 * versions it was made from keep an older source from overwriting a newer one.
 */
export const session = z.strictObject({
  personId: z.string(),
  hall: z.string(),
  roles: z.array(z.enum(ROLES)),
  /** Services this colleague is licensed for; empty means all. */
  services: z.array(z.string()),
  onDutyUntil: z.nullable(z.string()),
  leftAt: z.nullable(z.string()),
  frozenAt: z.nullable(z.string()),
  agreementUntil: z.string(),
  trainingUntil: z.string(),
  signedOutAt: z.exactOptional(z.string()),
  /** Version of the person record it was made from. */
  source: z.int(),
});
export type Session = z.infer<typeof session>;

/** Why this colleague may do nothing now; a leaver is out at the next click. [7.1.3] */
export function sessionRefusal(held: Session | undefined, now: string): Refusal | undefined {
  if (held === undefined) return { kind: 'not-a-colleague' };
  if (held.leftAt !== null && held.leftAt <= now) return { kind: 'left' };
  if (held.frozenAt !== null && held.frozenAt <= now) return { kind: 'frozen' };
  if (held.agreementUntil <= now) return { kind: 'agreement-lapsed' };
  if (held.trainingUntil <= now) return { kind: 'training-lapsed' };
  return undefined;
}

/**
 * A token outlives a sign-out by minutes; who signed in before it has to sign in again. Tokens count in seconds: within
 * the second of the sign-out the doubt is against the token.
 */
export function signOutRefusal(
  { signedOutAt }: Pick<Session, 'signedOutAt'>,
  signedInAtEpochSeconds: number,
): Refusal | undefined {
  if (signedOutAt === undefined) return undefined;
  const ended = Math.floor(Date.parse(signedOutAt) / 1000);
  return signedInAtEpochSeconds <= ended ? { kind: 'not-signed-in' } : undefined;
}

/** Work on cases needs duty as well; signing on for duty does not. */
export function dutyRefusal(held: Session, now: string): Refusal | undefined {
  return held.onDutyUntil === null || held.onDutyUntil <= now ? { kind: 'off-duty' } : undefined;
}
