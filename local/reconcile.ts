import { InvokeCommand } from '@aws-sdk/client-lambda';
import { clientsFor, localRegion } from './aws.ts';

/** A restart of the emulator ends every running execution: the product's own reconcile starts them again. */
export async function reconcile(endpoint: string): Promise<void> {
  const FunctionName = 'banli-local-reconcile';
  const { lambda } = clientsFor(endpoint, localRegion);
  const answer = await lambda.send(new InvokeCommand({ FunctionName, Payload: '{}' }));
  if (answer.FunctionError)
    throw new Error(`reconcile failed: ${Buffer.from(answer.Payload ?? []).toString()}`);
}
