import { createHmac, timingSafeEqual } from 'node:crypto';
import type { OneTimeCodes } from '../../ports/transient.ts';

/** A code lives five minutes, may be tried five times and works once. */
export const CODE_SECONDS = 300;
export const MOST_TRIES = 5;
const CODE_DIGITS = 6;

/** Makes a code for a sign-in and keeps its MAC only; answers the code to be sent. */
export async function makeCode(
  { codes, randomInt }: { readonly codes: OneTimeCodes; readonly randomInt: (below: number) => number },
  { signInId, now }: { readonly signInId: string; readonly now: string },
): Promise<string> {
  const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
  const expiresAtEpochSeconds = Math.floor(Date.parse(now) / 1000) + CODE_SECONDS;
  await codes.keepCode(signInId, { codeMac: macOf(signInId, code), expiresAtEpochSeconds });
  return code;
}

/** Whether the typed code is the one that was sent; every call is a try. Spaces in a pasted code do not count. */
export async function checkCode(
  { codes }: { readonly codes: OneTimeCodes },
  { signInId, typed, now }: { readonly signInId: string; readonly typed: string; readonly now: string },
): Promise<boolean> {
  const kept = await codes.tryCode(signInId, now);
  if (kept === undefined || kept.tries > MOST_TRIES) return false;
  const digits = typed.normalize('NFKC').replace(/\D/g, '');
  const same = timingSafeEqual(Buffer.from(macOf(signInId, digits), 'hex'), Buffer.from(kept.codeMac, 'hex'));
  return same && codes.useCode(signInId);
}

function macOf(signInId: string, code: string): string {
  return createHmac('sha256', signInId).update(code).digest('hex');
}
