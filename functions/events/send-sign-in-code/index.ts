/**
 * Triggered by the customers' pool once for each sign-in: makes a code and sends it. Asked again after a wrong answer it
 * sends nothing: the code that was sent stays good for its five tries.
 */
import { randomInt } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { CreateAuthChallengeTriggerEvent } from 'aws-lambda';
import { ulid } from 'ulid';
import { DynamoDbTransient } from '../../adapters/dynamodb/transient.ts';
import { configured } from '../../config.ts';
import { makeOutgoing } from '../../container/outgoing.ts';
import { isLanguage } from '../../domain/language.ts';
import { log } from '../../log.ts';
import { makeCode } from '../../use-cases/identity/one-time-code.ts';
import { sendCode } from '../../use-cases/identity/send-code.ts';

const codes = new DynamoDbTransient(
  DynamoDBDocumentClient.from(new DynamoDBClient({})),
  configured('transientTable'),
);
const outgoing = makeOutgoing();

export async function handler(
  event: CreateAuthChallengeTriggerEvent,
): Promise<CreateAuthChallengeTriggerEvent> {
  const { userAttributes, session } = event.request;
  const signInId = event.userName;
  if (session.length === 0) {
    const now = new Date().toISOString();
    const code = await makeCode({ codes, randomInt: (below) => randomInt(below) }, { signInId, now });
    const { email, phone_number: mobile, locale } = userAttributes;
    const language = isLanguage(locale) ? locale : 'zh-Hant';
    const messageId = `code-${ulid()}`;
    const hotline = configured('hotline');
    await sendCode(outgoing, {
      code,
      messageId,
      now,
      language,
      hotline,
      ...(email && { email }),
      ...(mobile && { mobile }),
    });
  }
  event.response = {
    publicChallengeParameters: {},
    privateChallengeParameters: { signInId },
    challengeMetadata: 'CODE',
  };
  log('SIGN_IN_COMPLETED', { step: 'code-sent' });
  return event;
}
