/** Triggered by the customers' pool with what was typed; every call is a try, and a right code works once. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { VerifyAuthChallengeResponseTriggerEvent } from 'aws-lambda';
import { DynamoDbTransient } from '../../adapters/dynamodb/transient.ts';
import { configured } from '../../config.ts';
import { log } from '../../log.ts';
import { checkCode } from '../../use-cases/identity/one-time-code.ts';

const codes = new DynamoDbTransient(
  DynamoDBDocumentClient.from(new DynamoDBClient({})),
  configured('transientTable'),
);

export async function handler(
  event: VerifyAuthChallengeResponseTriggerEvent,
): Promise<VerifyAuthChallengeResponseTriggerEvent> {
  const typed = String(event.request.challengeAnswer ?? '');
  const now = new Date().toISOString();
  const answerCorrect = await checkCode({ codes }, { signInId: event.userName, typed, now });
  event.response = { answerCorrect };
  log('SIGN_IN_COMPLETED', { step: 'code-checked', answerCorrect });
  return event;
}
