import {
  DeleteMessageCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { settingsFor } from '../../../local/aws.ts';
import { cloud } from './cloud.ts';
import { eventually } from './connect.ts';

const sqs = new SQSClient(settingsFor(cloud.endpoint, cloud.region));

async function urlOf(consumer: string) {
  return (await sqs.send(new GetQueueUrlCommand({ QueueName: `banli-local-${consumer}` }))).QueueUrl;
}

/** A queue whose consumer is stopped. */
export function openQueue(consumer: string) {
  /** Takes the next message off, and it is gone; answers its body. */
  const take = () =>
    eventually(`a message for ${consumer}`, async () => {
      const QueueUrl = await urlOf(consumer);
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
      const [{ Body, ReceiptHandle } = {}] = Messages;
      if (ReceiptHandle !== undefined) await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      return Body;
    });
  return {
    take,
    /** As SQS does after the fifth try. */
    async moveTo(deadLetters: string): Promise<void> {
      const MessageBody = await take();
      await sqs.send(new SendMessageCommand({ QueueUrl: await urlOf(deadLetters), MessageBody }));
    },
  };
}
