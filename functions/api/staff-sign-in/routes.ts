import { answerStaffSignIn, refreshStaffSignIn, startStaffSignIn } from '../../http/contract/sign-in.ts';
import { route } from '../../http/route.ts';
import type { StaffSignIn, StaffSignInAnswer } from '../../ports/sign-in.ts';
import type { RateLimits } from '../../ports/transient.ts';
import { limitCodes } from '../../use-cases/identity/sign-in-limits.ts';

export interface StaffSigningIn {
  readonly signIn: StaffSignIn;
  readonly rateLimits: RateLimits;
}

/** Tries of a password in a quarter of an hour, by name and by address. */
const LIMITS = { codesPerContact: 10, codesPerAddress: 60, windowSeconds: 900 };

/** Staff sign in by password and one-time password; what they may do is on their session item. */
export function staffSignInRoutes({ signIn, rateLimits }: StaffSigningIn) {
  return [
    route(startStaffSignIn, async ({ body, now, address }) => {
      const limited = await limitCodes(
        { rateLimits, limits: LIMITS },
        { contact: body.username, address, now },
      );
      return limited === undefined ? answered(await signIn.start(body)) : { refusal: limited };
    }),
    route(answerStaffSignIn, async ({ body, now, address }) => {
      const limited = await limitCodes(
        { rateLimits, limits: LIMITS },
        { contact: body.username, address, now },
      );
      return limited === undefined ? answered(await signIn.answer(body)) : { refusal: limited };
    }),
    route(refreshStaffSignIn, async ({ body: { refreshToken } }) => {
      const tokens = await signIn.refresh(refreshToken);
      return tokens === undefined ? { refusal: { kind: 'not-signed-in' } } : { answer: tokens };
    }),
  ];
}

function answered(answer: StaffSignInAnswer) {
  return answer.step === 'refused' ? { refusal: answer.refusal } : { answer };
}
