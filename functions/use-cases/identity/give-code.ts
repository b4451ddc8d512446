import type { OneTimeCodes, RateLimits } from '../../ports/transient.ts';
import { makeCode } from './one-time-code.ts';
import { type CodeToSend, sendCode } from './send-code.ts';
import { hasEnoughCodes } from './sign-in-limits.ts';

export interface GivingCodes {
  readonly outgoing: Parameters<typeof sendCode>[0];
  readonly codes: OneTimeCodes;
  readonly rateLimits: RateLimits;
  readonly randomInt: (below: number) => number;
}

/**
 * Makes a code for a sign-in and sends it. The pool answers whoever asks it, past our API and its limits: so codes are
 * counted here too, and a contact that has enough keeps the one it has, with what is left of its tries. A login that is
 * not there (the pool asks all the same) has no contact and gets none.
 */
export async function giveCode(
  { outgoing, codes, rateLimits, randomInt }: GivingCodes,
  { signInId, ...to }: Omit<CodeToSend, 'code'> & { readonly signInId: string },
): Promise<'sent' | 'not-sent'> {
  const { now, email, mobile } = to;
  const contact = email ?? mobile;
  if (contact === undefined || (await hasEnoughCodes({ rateLimits }, { contact, now }))) return 'not-sent';
  const code = await makeCode({ codes, randomInt }, { signInId, now });
  await sendCode(outgoing, { code, ...to });
  return 'sent';
}
