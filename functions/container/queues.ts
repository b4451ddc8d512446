import { SQSClient } from '@aws-sdk/client-sqs';
import { SqsQueues } from '../adapters/sqs/sqs-queues.ts';
import { configured } from '../config.ts';

export function makeQueue(name: 'parkedQueue' | 'dueQueue') {
  return new SqsQueues(new SQSClient({}), configured(name));
}
