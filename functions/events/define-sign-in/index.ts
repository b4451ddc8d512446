/** Triggered by the customers' pool at each step of a sign-in: one challenge, our code; right once is signed in. */
import type { DefineAuthChallengeTriggerEvent } from 'aws-lambda';
import { log } from '../../log.ts';
import { MOST_TRIES } from '../../use-cases/identity/one-time-code.ts';

export async function handler(
  event: DefineAuthChallengeTriggerEvent,
): Promise<DefineAuthChallengeTriggerEvent> {
  const { session } = event.request;
  const signedIn = session.at(-1)?.challengeResult === true;
  const over = session.length >= MOST_TRIES;
  event.response = {
    issueTokens: signedIn,
    failAuthentication: !signedIn && over,
    challengeName: 'CUSTOM_CHALLENGE',
  };
  log('SIGN_IN_STARTED', { tries: session.length, signedIn });
  return event;
}
