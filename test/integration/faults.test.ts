import { setTimeout as wait } from 'node:timers/promises';
import {
  LambdaClient,
  ListEventSourceMappingsCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { describe, expect, test } from 'vitest';
import { settingsFor } from '../../local/aws.ts';
import { givenAnswers } from '../support/given/answers.ts';
import { cloud } from './support/cloud.ts';
import { eventually } from './support/connect.ts';
import { expectAtRest } from './support/invariants.ts';
import { journeyBench } from './support/journey-bench.ts';

const bench = journeyBench();
const settings = settingsFor(cloud.endpoint, cloud.region);

type Customer = Awaited<ReturnType<typeof bench.customer>>;

async function submitted(customer: Customer, email: string): Promise<string> {
  const caseId = await customer.begin('sole-trader-registration');
  await customer.saveDraft(caseId, 1, givenAnswers({ email }));
  await customer.upload(caseId, 'identity');
  await customer.upload(caseId, 'premises-lease');
  await customer.clean(caseId);
  await customer.command(caseId, 'submit', { revision: 1 });
  return caseId;
}

async function accepted(caseId: string): Promise<void> {
  const officer = await bench.staff('officer');
  await officer.command(caseId, 'judge-document', { documentId: 'identity', verdict: 'ok' });
  await officer.command(caseId, 'judge-document', { documentId: 'premises-lease', verdict: 'ok' });
  await officer.command(caseId, 'accept', {});
}

/** Accepts unless that is done; a killed worker answers 5xx, and the click is repeated. */
async function acceptedOnce(caseId: string): Promise<true | undefined> {
  const read = async () => (await bench.staff('officer')).read(caseId);
  const { state } = await read().catch(() => ({ state: undefined }));
  if (state !== undefined && state.status !== 'submitted') return true;
  await accepted(caseId).catch(() => undefined);
  return undefined;
}

/** Less often each time: where a worker needs long to begin, none would ever come to its end between two kills. */
async function killAgainAndAgain(signal: AbortSignal): Promise<void> {
  for (let pause = 2_000; !signal.aborted; pause *= 1.25) {
    cloud.killWorkers();
    await wait(pause, undefined, { signal }).catch(() => undefined);
  }
}

/** The operator's command, saying that nothing is still on its way. */
async function reconcile(): Promise<void> {
  const round = () => cloud.invoke('banli-local-reconcile', { olderThanMinutes: 0 }).then(() => true);
  await eventually('a round that nobody kills', () => round().catch(() => undefined));
}

async function switchRelay(on: boolean): Promise<void> {
  const lambda = new LambdaClient(settings);
  const { EventSourceMappings = [] } = await lambda.send(
    new ListEventSourceMappingsCommand({ FunctionName: 'banli-local-relay' }),
  );
  for (const { UUID } of EventSourceMappings)
    await lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled: on }));
}

describe('faults in mid-journey', () => {
  test('[R1] workers killed again and again lose and double nothing', async () => {
    const customer = await bench.customer('killed@example.org', '0001');
    const caseId = await submitted(customer, 'killed@example.org');
    const ending = new AbortController();
    const killing = killAgainAndAgain(ending.signal);
    await eventually('an acceptance between the kills', () => acceptedOnce(caseId), 120).finally(() => {
      ending.abort();
    });
    await killing;
    await eventually(
      'the case to be with a reviewer',
      async () => {
        await reconcile();
        const { state } = await (await bench.staff('officer')).read(caseId);
        return state.status === 'in-review' && state.reviewer ? state : undefined;
      },
      240,
    );
    await expectAtRest();
  }, 600_000);

  test('[R4] what was written while the relay was off is found and published by reconcile', async () => {
    const customer = await bench.customer('relay@example.org', '0002');
    const caseId = await submitted(customer, 'relay@example.org');
    const officer = await bench.staff('officer');
    await officer.until(caseId, ({ state }) => state.status === 'submitted' && state.checked);
    await switchRelay(false);
    try {
      await accepted(caseId);
      await reconcile();
      await officer.until(caseId, ({ state }) => state.status === 'in-review');
    } finally {
      await switchRelay(true);
    }
    await reconcile();
    await officer.until(caseId, ({ state }) => state.status === 'in-review' && state.reviewer !== undefined);
    await expectAtRest();
  }, 400_000);

  test('[R10] an aborted execution begins again by itself, and the case goes on as if nothing had happened', async () => {
    const customer = await bench.customer('aborted@example.org', '0003');
    const caseId = await submitted(customer, 'aborted@example.org');
    const officer = await bench.staff('officer');
    await officer.until(caseId, ({ state }) => state.status === 'submitted' && state.checked);
    const prefix = cloud.output('CaseStateMachineArn').replace(':stateMachine:', ':execution:');
    await new SFNClient(settings).send(new StopExecutionCommand({ executionArn: `${prefix}:${caseId}-1` }));
    await accepted(caseId);
    await officer.until(caseId, ({ state }) => state.status === 'in-review' && state.reviewer !== undefined);
    await expectAtRest();
  }, 400_000);

  test('[R10] the cloud stopped and started in mid-journey: executions die with it, every case ends', async () => {
    const customer = await bench.customer('stopped@example.org', '0004');
    const caseId = await submitted(customer, 'stopped@example.org');
    const officer = await bench.staff('officer');
    await officer.until(caseId, ({ state }) => state.status === 'submitted' && state.checked);
    await cloud.stop();
    await cloud.start();
    await reconcile();
    await accepted(caseId);
    await officer.until(caseId, ({ state }) => state.status === 'in-review' && state.reviewer !== undefined);
    expect((await customer.read(caseId)).status).toBe('in-review');
    await expectAtRest();
  }, 400_000);
});
