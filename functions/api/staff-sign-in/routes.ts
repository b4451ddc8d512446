import {
  answerFromProvider,
  answerStaffSignIn,
  beginAtProvider,
  refreshStaffSignIn,
  startStaffSignIn,
} from '../../http/contract/sign-in.ts';
import { route } from '../../http/route.ts';
import type { StaffSignIn, StaffSignInAnswer } from '../../ports/sign-in.ts';
import type { StaffProvider } from '../../ports/staff-provider.ts';
import type { RateLimits } from '../../ports/transient.ts';
import { limitCodes } from '../../use-cases/identity/sign-in-limits.ts';

export interface StaffSigningIn {
  readonly signIn: StaffSignIn;
  readonly rateLimits: RateLimits;
  /** Where the stage has one, colleagues sign in there. */
  readonly provider: StaffProvider | undefined;
}

/** Tries of a password in a quarter of an hour, by name and by address. */
const LIMITS = { codesPerContact: 10, codesPerAddress: 60, windowSeconds: 900 };

const NO_PROVIDER = { refusal: { kind: 'no-such-page' } };

/** Staff sign in by password and one-time password; what they may do is on their session item. */
export function staffSignInRoutes({ signIn, rateLimits, provider }: StaffSigningIn) {
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
    route(beginAtProvider, async () =>
      provider === undefined ? NO_PROVIDER : { answer: await provider.begin() },
    ),
    route(answerFromProvider, async ({ body, now, address }) => {
      if (provider === undefined) return NO_PROVIDER;
      const limited = await limitCodes({ rateLimits, limits: LIMITS }, { contact: body.state, address, now });
      return limited === undefined ? answered(await provider.finish(body)) : { refusal: limited };
    }),
  ];
}

function answered(answer: StaffSignInAnswer) {
  return answer.step === 'refused' ? { refusal: answer.refusal } : { answer };
}
