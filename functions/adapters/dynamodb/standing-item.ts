import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';

/** The item that made a condition fail (`ALL_OLD`); any other error is thrown on. */
export function itemStandingInTheWay(error: unknown): Record<string, unknown> {
  if (!(error instanceof ConditionalCheckFailedException) || error.Item === undefined) throw error;
  return unmarshall(error.Item);
}
