import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  type ExecutionListItem,
  InvalidToken,
  ListExecutionsCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { describe, expect, test } from 'vitest';
import { readExecutionName, StepFunctionsEngine } from '../../../functions/adapters/step-functions/engine.ts';
import { mockClient } from '../../support/mock-client.ts';

const MACHINE = 'arn:aws:states:eu-west-1:000000000000:stateMachine:banli-local-case';
const said = { message: '', $metadata: {} };

function setup() {
  const service = mockClient(SFNClient);
  return { service, engine: new StepFunctionsEngine(new SFNClient({ region: 'eu-west-1' }), MACHINE) };
}

describe('releasing', () => {
  test.each([new TaskTimedOut(said), new InvalidToken(said), new TaskDoesNotExist(said)])(
    '[R11] $name means that somebody was first',
    async (error) => {
      const { service, engine } = setup();
      service.on(SendTaskSuccessCommand).rejects(error);
      expect(await engine.release('t', { stage: 'review', visit: 1 })).toBe('already-released');
    },
  );

  test('[R2] anything else is thrown, to be tried again', async () => {
    const { service, engine } = setup();
    service.on(SendTaskSuccessCommand).rejects(new Error('ThrottlingException'));
    await expect(engine.release('t', { stage: 'review', visit: 1 })).rejects.toThrow('Throttling');
  });

  test('hands stage and visit to the execution', async () => {
    const { service, engine } = setup();
    service.on(SendTaskSuccessCommand).resolves({});
    expect(await engine.release('t', { stage: 'review', visit: 1 })).toBe('released');
    const [call] = service.commandCalls(SendTaskSuccessCommand);
    expect(call?.args[0].input).toEqual({ taskToken: 't', output: '{"stage":"review","visit":1}' });
  });
});

describe('starting', () => {
  test('is named by case and generation, so that a second start is none', async () => {
    const { service, engine } = setup();
    service.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists(said));
    await engine.start('c1', 3);
    const [call] = service.commandCalls(StartExecutionCommand);
    expect(call?.args[0].input).toMatchObject({ name: 'c1-3', input: '{"caseId":"c1","generation":3}' });
  });

  test.each([
    ['01J-a-case-12', { caseId: '01J-a-case', generation: 12 }],
    ['nightly', undefined],
    ['c1-x', undefined],
    ['-3', undefined],
  ])('the name %s stands for %j', (name, execution) => {
    expect(readExecutionName(name)).toEqual(execution);
  });
});

describe('asking', () => {
  test.each([
    ['RUNNING', 'running'],
    ['FAILED', 'closed'],
    ['SUCCEEDED', 'closed'],
  ] as const)('an execution that is %s is %s', async (status, known) => {
    const { service, engine } = setup();
    service.on(DescribeExecutionCommand).resolves({ status });
    expect(await engine.statusOf('c1', 1)).toBe(known);
  });

  test('one that nobody knows has not been started', async () => {
    const { service, engine } = setup();
    service.on(DescribeExecutionCommand).rejects(new ExecutionDoesNotExist(said));
    expect(await engine.statusOf('c1', 1)).toBe('not-started');
  });

  test('stopping one that is gone is no error', async () => {
    const { service, engine } = setup();
    service.on(StopExecutionCommand).rejects(new ExecutionDoesNotExist(said));
    await expect(engine.stop('c1', 1)).resolves.toBeUndefined();
  });

  test('broken ones are listed page by page until the first that is too old, and no further', async () => {
    const { service, engine } = setup();
    const ended = (name: string, minute: number): ExecutionListItem => {
      const arns = { executionArn: `arn:${name}`, stateMachineArn: MACHINE };
      const stopDate = new Date(Date.UTC(2026, 2, 2, 1, minute));
      return { ...arns, name, status: 'FAILED', startDate: new Date(0), stopDate };
    };
    service.on(ListExecutionsCommand).resolves({ executions: [] });
    const failed = service.on(ListExecutionsCommand, { statusFilter: 'FAILED' });
    failed
      .resolvesOnce({ executions: [ended('c1-1', 30)], nextToken: 'n' })
      .resolvesOnce({ executions: [ended('c2-4', 20), ended('c3-1', 9)], nextToken: 'n' })
      .rejects(new Error('walked on'));
    expect(await engine.brokenSince('2026-03-02T01:10:00.000Z', 10)).toEqual([
      { caseId: 'c1', generation: 1 },
      { caseId: 'c2', generation: 4 },
    ]);
  });
});
