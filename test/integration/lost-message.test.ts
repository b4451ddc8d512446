import { ListEventSourceMappingsCommand, UpdateEventSourceMappingCommand } from '@aws-sdk/client-lambda';
import { GetQueueUrlCommand, PurgeQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { settingsFor } from '../../local/aws.ts';
import { givenAnswers } from '../support/given/answers.ts';
import { cloud } from './support/cloud.ts';
import { eventually } from './support/connect.ts';
import { expectAtRest } from './support/invariants.ts';
import { journeyBench } from './support/journey-bench.ts';

const bench = journeyBench();

async function switchDelivery(on: boolean): Promise<void> {
  const FunctionName = 'banli-local-deliver-message';
  const { lambda } = cloud.clients;
  const { EventSourceMappings = [] } = await lambda.send(
    new ListEventSourceMappingsCommand({ FunctionName }),
  );
  for (const { UUID } of EventSourceMappings) {
    await lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled: on }));
  }
}

async function emptyDeliveryQueue(): Promise<void> {
  const sqs = new SQSClient(settingsFor(cloud.endpoint, cloud.region));
  const name = { QueueName: 'banli-local-deliver-message' };
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand(name));
  await sqs.send(new PurgeQueueCommand({ QueueUrl }));
}

test('[R4] a message whose event was lost is found by reconcile, and sent once', async () => {
  const address = 'lost@example.org';
  const customer = await bench.customer(address, '0009');
  const caseId = await customer.begin('sole-trader-registration');
  await customer.saveDraft(caseId, 1, givenAnswers({ email: address }));
  await customer.upload(caseId, 'identity');
  await customer.upload(caseId, 'premises-lease');
  await customer.clean(caseId);
  const receipts = async () =>
    (await cloud.sentTo(address)).filter(({ subject }) => subject?.includes('已收到') === true);
  await switchDelivery(false);
  try {
    await customer.command(caseId, 'submit', { revision: 1 });
    const officer = await bench.staff('officer');
    // Checked: so the version was relayed, and its messages with it.
    await officer.until(caseId, ({ state }) => state.status === 'submitted' && state.checked);
    await emptyDeliveryQueue();
  } finally {
    await switchDelivery(true);
  }
  expect(await receipts()).toEqual([]);
  await cloud.invoke('banli-local-reconcile', { olderThanMinutes: 0 });
  await eventually('the receipt', async () => ((await receipts()).length > 0 ? true : undefined));
  await cloud.invoke('banli-local-reconcile', { olderThanMinutes: 0 });
  await expectAtRest();
  expect(await receipts()).toHaveLength(1);
}, 120_000);
