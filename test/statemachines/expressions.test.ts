import { describe, expect, test } from 'vitest';
import { STAGES } from '../../functions/domain/case/stage.ts';
import { caseMachine, isWait } from '../support/machine/definition.ts';
import { evaluate } from '../support/machine/expressions.ts';

const { States } = caseMachine();
const context = { Execution: { Input: { caseId: 'c1', generation: 3 } }, Task: { Token: 'the-token' } };
const input = { stage: 'review', visit: 12, rounds: 7 };
const all = Object.entries(States);
const working = all.filter(([, { Type }]) => Type === 'Task');
const following = working.filter(([name]) => name !== 'AskStage');

async function payloadOf(name: string, given: unknown = input): Promise<unknown> {
  return evaluate(States[name]?.Arguments?.Payload, { input: given, context });
}

describe('what a task is given', () => {
  test('AskStage counts its rounds from 0, whatever the first input is', async () => {
    const asked = { caseId: 'c1', generation: 3 };
    expect(await payloadOf('AskStage', asked)).toEqual({ ...asked, rounds: 0 });
    expect(await payloadOf('AskStage', { rounds: 7 })).toEqual({ ...asked, rounds: 8 });
  });

  test.each(['CheckApplication', 'AssignReviewer', 'MakeCertificate', 'FileRecord'])(
    '%s: the case and the generation, from the execution itself',
    async (name) => {
      expect(await payloadOf(name)).toEqual({ caseId: 'c1', generation: 3 });
    },
  );

  test.each(['OpenStep', 'SendResult'])('%s: its token too', async (name) => {
    expect(await payloadOf(name)).toEqual({ caseId: 'c1', generation: 3, token: 'the-token' });
  });

  test.each([
    ['WaitForIntake', 'intake'],
    ['WaitForColleague', 'assign'],
    ['WaitForReview', 'review'],
    ['WaitForStep', 'step'],
    ['WaitForCall', 'call'],
    ['WaitForCollection', 'collection'],
  ])('%s: a token for stage and visit', async (name, stage) => {
    const token = { caseId: 'c1', generation: 3, stage, visit: 12, token: 'the-token' };
    expect(await payloadOf(name)).toEqual(token);
  });

  test('a wait without a visit fails instead of leaving a token for nothing', async () => {
    await expect(payloadOf('WaitForReview', { stage: 'review' })).rejects.toThrow('QueryEvaluationError');
  });
});

describe('what goes on from a task', () => {
  test('AskStage hands on its answer as it is', async () => {
    const answer = { stage: 'review', visit: 12, rounds: 0 };
    const output = evaluate(States.AskStage?.Output, {
      input: {},
      result: { StatusCode: 200, Payload: answer },
    });
    expect(await output).toEqual(answer);
  });

  test.each(following)('%s: the next stage and visit, and the rounds so far', async (_name, state) => {
    const next = { stage: 'result', visit: 20 };
    const result = isWait(state) ? next : { StatusCode: 200, Payload: next };
    expect(await evaluate(state.Output, { input, result })).toEqual({ ...next, rounds: 7 });
  });

  test.each(all.filter(([, state]) => state.Catch !== undefined))(
    '%s: after a time-out nothing but the rounds, and nothing of the error',
    async (_name, { Catch: [catcher] = [] }) => {
      const errorOutput = { Error: 'States.Timeout', Cause: 'something somebody typed' };
      expect(await evaluate(catcher?.Output, { input, errorOutput })).toEqual({ rounds: 7 });
    },
  );
});

describe('the choices', () => {
  test.each([...STAGES, 'superseded', 'unheard-of'])('at most one holds for %s', async (stage) => {
    for (const name of ['RouteByStage', 'IsAssigned']) {
      const choices = States[name]?.Choices ?? [];
      const held = await Promise.all(
        choices.map(({ Condition }) => evaluate(Condition, { input: { stage } })),
      );
      expect(held.filter((one) => one === true).length).toBeLessThanOrEqual(1);
      expect(held.every((one) => typeof one === 'boolean')).toBe(true);
    }
  });
});

test('no expression is left untried: each stands where these tests look', () => {
  const elsewhere = all.flatMap(([name, state]) =>
    Object.entries(state)
      .filter(([field]) => !['Arguments', 'Output', 'Catch', 'Choices'].includes(field))
      .filter(([, value]) => JSON.stringify(value).includes('{%'))
      .map(([field]) => `${name}.${field}`),
  );
  expect(elsewhere).toEqual([]);
});
