import { DeleteStackCommand, waitUntilStackDeleteComplete } from '@aws-sdk/client-cloudformation';
import { ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { ListStateMachinesCommand, SFNClient } from '@aws-sdk/client-sfn';
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { clientsFor, settingsFor } from '../../local/aws.ts';

export interface Remains {
  readonly functions: number;
  readonly queues: number;
  readonly machines: number;
}

const SERVICE = 'banli-local-service';

/** Takes away what a lost region takes away: functions, queues with all they hold, state machine, bus, schedules, API. */
export async function takeServiceAway(endpoint: string, region: string): Promise<Remains> {
  const { cloudFormation } = clientsFor(endpoint, region);
  await cloudFormation.send(new DeleteStackCommand({ StackName: SERVICE }));
  await waitUntilStackDeleteComplete(
    { client: cloudFormation, maxWaitTime: 120, minDelay: 1, maxDelay: 2 },
    { StackName: SERVICE },
  );
  return remainsOf(endpoint, region);
}

/** What is still there; triggers of the customers' pool live beside it and stay. */
export async function remainsOf(endpoint: string, region: string): Promise<Remains> {
  const settings = settingsFor(endpoint, region);
  const { lambda } = clientsFor(endpoint, region);
  const { Functions = [] } = await lambda.send(new ListFunctionsCommand({ MaxItems: 200 }));
  const { QueueUrls = [] } = await new SQSClient(settings).send(new ListQueuesCommand({}));
  const { stateMachines = [] } = await new SFNClient(settings).send(new ListStateMachinesCommand({}));
  const ours = Functions.filter(({ FunctionName = '' }) => !/sign-in(-code)?$/.test(FunctionName));
  return {
    functions: ours.length,
    queues: QueueUrls.length,
    machines: stateMachines.length,
  };
}
