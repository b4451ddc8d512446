import { InvokeCommand } from '@aws-sdk/client-lambda';
import { clientsFor, localRegion } from './aws.ts';
import type { Outputs } from './outputs.ts';

/** A restart of the emulator ends every running execution: the product's own reconcile starts them again. */
export async function reconcile(endpoint: string, outputs: Outputs): Promise<void> {
  const FunctionName = outputs.ReconcileFunctionName;
  if (FunctionName === undefined) return;
  const { lambda } = clientsFor(endpoint, localRegion);
  const answer = await lambda.send(new InvokeCommand({ FunctionName, Payload: '{}' }));
  if (answer.FunctionError)
    throw new Error(`reconcile failed: ${Buffer.from(answer.Payload ?? []).toString()}`);
}
