import { normaliseNumber } from '../../domain/catalogue/normalise.ts';
import { answerSignIn, refreshSignIn, signOut, startSignIn } from '../../http/contract/sign-in.ts';
import { route } from '../../http/route.ts';
import type { BlindIndex } from '../../ports/record-keys.ts';
import type { CustomerSignIn } from '../../ports/sign-in.ts';
import type { RateLimits } from '../../ports/transient.ts';
import { CODE_SECONDS } from '../../use-cases/identity/one-time-code.ts';
import { maskContact, readContact } from '../../use-cases/identity/read-contact.ts';
import { limitCodes } from '../../use-cases/identity/sign-in-limits.ts';

export interface SigningIn {
  readonly signIn: CustomerSignIn;
  readonly rateLimits: RateLimits;
  readonly blindIndex: BlindIndex;
}

/**
 * Customers sign in by a code to a contact. The login stands for contact and the end of the identity number together:
 * several people may share a phone, and none of them sees another's cases.
 */
export function signInRoutes({ signIn, rateLimits, blindIndex }: SigningIn) {
  return [
    route(startSignIn, async ({ body: { contact: typed, idTail, language }, now, address }) => {
      const contact = readContact(typed);
      if (contact === undefined) return { refusal: { kind: 'contact-not-understood' } };
      const limited = await limitCodes({ rateLimits }, { contact: contact.address, address, now });
      if (limited !== undefined) return { refusal: limited };
      const who = `${contact.address}|${normaliseNumber(idTail).slice(-4)}`;
      const loginId = await blindIndex.claimMac('login', who);
      const { session } = await signIn.start({ loginId, contact, language });
      const expiresAt = new Date(Date.parse(now) + CODE_SECONDS * 1000).toISOString();
      const { channel } = contact;
      return { answer: { loginId, session, channel, maskedContact: maskContact(contact), expiresAt } };
    }),
    route(answerSignIn, async ({ body }) => {
      const answer = await signIn.answer(body);
      if (answer.signedIn) return { answer: answer.tokens };
      const { refusal, session } = answer;
      return { refusal: session === undefined ? refusal : { ...refusal, facts: { session } } };
    }),
    route(refreshSignIn, async ({ body: { refreshToken } }) => {
      const tokens = await signIn.refresh(refreshToken);
      return tokens === undefined ? { refusal: { kind: 'not-signed-in' } } : { answer: tokens };
    }),
    route(signOut, async (_request, { username }) => {
      await signIn.signOut(username);
      return { answer: {} };
    }),
  ];
}
