/**
 * Triggered by the customers' pool once for each sign-in: makes a code and sends it. Asked again after a wrong answer it
 * sends nothing: the code that was sent stays good for its five tries. So it does for whoever asks the pool too often.
 */
import { randomInt } from 'node:crypto';
import type { CreateAuthChallengeTriggerEvent } from 'aws-lambda';
import { ulid } from 'ulid';
import { configured } from '../../config.ts';
import { makeOutgoing } from '../../container/outgoing.ts';
import { makeTransient } from '../../container/transient.ts';
import { isLanguage } from '../../domain/language.ts';
import { log } from '../../log.ts';
import { giveCode } from '../../use-cases/identity/give-code.ts';

const transient = makeTransient();
const giving = {
  outgoing: makeOutgoing(),
  codes: transient,
  rateLimits: transient,
  randomInt: (below: number) => randomInt(below),
};

export async function handler(
  event: CreateAuthChallengeTriggerEvent,
): Promise<CreateAuthChallengeTriggerEvent> {
  const { session } = event.request;
  const signInId = event.userName;
  // Of a login that is not there the pool tells nothing.
  const { email, phone_number: mobile, locale } = event.request.userAttributes ?? {};
  if (session.length === 0) {
    const step = await giveCode(giving, {
      signInId,
      now: new Date().toISOString(),
      language: isLanguage(locale) ? locale : 'zh-Hant',
      messageId: `code-${ulid()}`,
      hotline: configured('hotline'),
      ...(email && { email }),
      ...(mobile && { mobile }),
    });
    log('SIGN_IN_COMPLETED', { step: `code-${step}` });
  }
  event.response = {
    publicChallengeParameters: {},
    privateChallengeParameters: { signInId },
    challengeMetadata: 'CODE',
  };
  return event;
}
