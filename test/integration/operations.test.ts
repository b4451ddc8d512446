import {
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { settingsFor } from '../../local/aws.ts';
import { cloud } from './support/cloud.ts';
import { operate } from './support/operate.ts';

test('[R41] dead letters go back to the queue they came from, none is left', async () => {
  const sqs = new SQSClient(settingsFor(cloud.endpoint, cloud.region));
  const name = { QueueName: 'banli-local-follow-up-dlq' };
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand(name));
  // A follow-up that nobody opened: the consumer finds nothing to do.
  const MessageBody = JSON.stringify({ detail: { eventId: 'made-up', followUpId: 'made-up' } });
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  const { stdout } = await operate('redrive', 'follow-up');
  expect(stdout).toContain('1 messages given back to follow-up');
  const left = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  expect(left.Messages ?? []).toEqual([]);
});

test('[R41] a round of reconcile can be asked for, and says what it did', async () => {
  const { stdout } = await operate('reconcile', 'everything');
  expect(stdout).toMatch(/Driven again: .*"workflows"/);
});

test('publishing what stands there already changes nothing', async () => {
  const { stdout, exitCode } = await operate('publish');
  expect({ stdout, exitCode }).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('sole-trader-registration'),
  });
});

test('[7.1.3] a hall that has an administrator gets no second first one', async () => {
  const { stderr, exitCode } = await operate('first-administrator', 'second', 'second@example.org');
  expect({ stderr, exitCode }).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('This hall has an administrator already'),
  });
});

test('a stage that is none is refused by its name', async () => {
  const { stderr } = await operate('publish', '--stage', 'nowhere');
  expect(stderr).toContain('Unknown stage "nowhere"');
});
