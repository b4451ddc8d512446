import { beginProofAtProvider, proveAtProvider, reauthenticate } from '../../http/contract/people.ts';
import type { Login } from '../../http/identity.ts';
import { route } from '../../http/route.ts';
import type { StaffSignIn } from '../../ports/sign-in.ts';
import type { ProviderAnswer, StaffProvider } from '../../ports/staff-provider.ts';
import { type Colleague, identifyColleague, isRefusal } from '../../use-cases/identity/identify-colleague.ts';
import type { People } from './routes.ts';

const PROOF_SECONDS = 300;

const NO_PROVIDER = { refusal: { kind: 'no-such-page' } };

/** Proving again who signs: by password and one-time password, or by the provider who signed the colleague in. [3.5.1] */
export function proveAgainRoutes(people: People) {
  return [
    route(reauthenticate, async ({ body, now }, login) => {
      const who = await identifyColleague(people, login, now, true);
      if (isRefusal(who)) return { refusal: who };
      return keep(people, who, now, await provedHere(people.signIn, login.username, body));
    }),
    route(beginProofAtProvider, async ({ now }, login) => {
      const who = await identifyColleague(people, login, now, true);
      if (isRefusal(who)) return { refusal: who };
      return people.provider === undefined ? NO_PROVIDER : { answer: await people.provider.beginProof() };
    }),
    route(proveAtProvider, async ({ body, now }, login) => {
      const who = await identifyColleague(people, login, now, true);
      if (isRefusal(who)) return { refusal: who };
      if (people.provider === undefined) return NO_PROVIDER;
      return keep(people, who, now, await provedThere(people.provider, login, body, now));
    }),
  ];
}

async function keep({ proofs }: People, { session }: Colleague, now: string, proved: boolean) {
  if (!proved) return { refusal: { kind: 'not-proved' } };
  const until = Math.floor(Date.parse(now) / 1000) + PROOF_SECONDS;
  await proofs.keepProof(session.personId, until);
  return { answer: { provedUntil: new Date(until * 1000).toISOString() } };
}

async function provedHere(
  signIn: StaffSignIn,
  username: string,
  { password, code }: { readonly password: string; readonly code: string },
): Promise<boolean> {
  const first = await signIn.start({ username, password });
  if (first.step !== 'challenge' || first.challenge !== 'one-time-password') return false;
  const { session, challenge } = first;
  const second = await signIn.answer({ username, session, challenge, response: code });
  return second.step === 'signed-in';
}

/** The provider speaks of the person whose login asks, and of a moment ago: what it remembered of them is no proof. */
async function provedThere(
  provider: StaffProvider,
  { issuer, subject }: Login,
  given: ProviderAnswer,
  now: string,
): Promise<boolean> {
  const proof = await provider.prove(given);
  if (proof?.issuer !== issuer || proof.subject !== subject) return false;
  return proof.atEpochSeconds > Date.parse(now) / 1000 - PROOF_SECONDS;
}
