/**
 * Gives the messages of a dead-letter queue back to the queue they came from: `npm run redrive -- --stage dev deliver-message`. Each is
 * sent before it is deleted: one that is there twice is harmless to every consumer, one that is gone is not.
 */
import {
  DeleteMessageCommand,
  GetQueueUrlCommand,
  QueueDoesNotExist,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { takeStageEnvironment } from './stage-environment.ts';

const {
  stage,
  words: [consumer],
} = await takeStageEnvironment();
if (consumer === undefined)
  throw new Error('Name the consumer whose dead letters go back, as deliver-message');
const sqs = new SQSClient({});
const urlOf = async (QueueName: string) => {
  const found = await sqs.send(new GetQueueUrlCommand({ QueueName })).catch(noQueue);
  return found.QueueUrl;
};
const queue = await urlOf(`banli-${stage}-${consumer}`);
const deadLetters = await urlOf(`banli-${stage}-${consumer}-dlq`);

function noQueue(error: unknown): never {
  if (!(error instanceof QueueDoesNotExist)) throw error;
  throw new Error(`Stage ${stage} has no queue of a consumer ${consumer}`);
}

let given = 0;
for (;;) {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl: deadLetters, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
  );
  if (Messages.length === 0) break;
  for (const { Body, ReceiptHandle } of Messages) {
    await sqs.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: Body }));
    await sqs.send(new DeleteMessageCommand({ QueueUrl: deadLetters, ReceiptHandle }));
    given += 1;
  }
}
console.log(`✔ ${given} messages given back to ${consumer}`);
