/**
 * Stops or starts the consumer of a queue: `npm run consumer -- --stage dev stop deliver-message`. What comes meanwhile waits
 * in its queue for fourteen days; a provider that is down is best left alone until it is back.
 */
import {
  LambdaClient,
  ListEventSourceMappingsCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { takeStageEnvironment } from './stage-environment.ts';

const {
  stage,
  words: [act, consumer],
} = await takeStageEnvironment();
if ((act !== 'start' && act !== 'stop') || consumer === undefined)
  throw new Error('Say start or stop, and the consumer, as: stop deliver-message');
const client = new LambdaClient({});
const { EventSourceMappings = [] } = await client.send(
  new ListEventSourceMappingsCommand({ FunctionName: `banli-${stage}-${consumer}` }),
);
if (EventSourceMappings.length === 0) throw new Error(`${consumer} reads no queue in stage ${stage}`);
for (const { UUID } of EventSourceMappings) {
  await client.send(new UpdateEventSourceMappingCommand({ UUID, Enabled: act === 'start' }));
}
console.log(
  `✔ ${consumer}: ${act === 'start' ? 'reads its queue again' : 'reads no more until it is started'}`,
);
