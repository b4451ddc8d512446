import { existsSync, readdirSync } from 'node:fs';
import validate from 'asl-validator';
import { describe, expect, test } from 'vitest';
import { STAGES } from '../../functions/domain/case/stage.ts';
import { MOST_DAYS } from '../../functions/use-cases/workflow/ask-stage.ts';
import { caseMachine, caseMachineText, folderOf, isWait } from '../support/machine/definition.ts';

const machine = caseMachine();
const states = Object.entries(machine.States);
const waits = states.filter(([, state]) => isWait(state));
const tasks = states.filter(([, state]) => state.Type === 'Task' && !isWait(state));
const functions = new URL('../../functions/workflow/', import.meta.url);

describe('the definition of the case', () => {
  test('is sound: every state is reached, every target is there, every expression parses', () => {
    const { isValid, errorsText } = validate(JSON.parse(caseMachineText()));
    expect(errorsText('\n')).toBe('');
    expect(isValid).toBe(true);
  });

  test('is one the validator would refuse with a target that is missing', () => {
    const broken = caseMachineText().replaceAll('"Next": "WaitForReview"', '"Next": "WaitForNobody"');
    expect(validate(JSON.parse(broken)).isValid).toBe(false);
  });

  test('names every state that works as a verb phrase, every state that ends as an outcome', () => {
    const verbs = /^(Ask|Route|Pause|Check|Wait|Assign|Is|Open|Make|Send|File)[A-Z]/;
    for (const [name, { Type, Comment }] of states) {
      expect(verbs.test(name), name).toBe(Type !== 'Succeed');
      expect(Comment, name).toMatch(/\.$/);
    }
  });

  test('has a way for each stage a case can be in, and for none that it cannot', () => {
    const routed = machine.States.RouteByStage?.Choices?.map(
      ({ Condition }) => /= '([a-z-]+)'/.exec(Condition)?.[1] ?? Condition,
    );
    const open = STAGES.filter((stage) => stage !== 'none');
    expect(new Set(routed)).toEqual(new Set([...open, 'superseded']));
  });

  test('calls each folder of functions/workflow, and nothing else', () => {
    const called = states.flatMap(([, { Arguments }]) =>
      Arguments ? [folderOf(Arguments.FunctionName)] : [],
    );
    const folders = readdirSync(functions, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(new Set(called)).toEqual(new Set(folders.map(({ name }) => name)));
    for (const folder of called)
      expect(existsSync(new URL(`${folder}/index.ts`, functions)), folder).toBe(true);
  });
});

describe('every wait', () => {
  test.each(waits)(
    '%s has a literal time-out, well before a year, and asks again after it',
    (_name, state) => {
      expect(Number.isInteger(state.TimeoutSeconds)).toBe(true);
      const days = Number(state.TimeoutSeconds) / 86_400;
      expect(days + MOST_DAYS).toBeLessThan(350);
      expect(state.Catch?.[0]).toMatchObject({ ErrorEquals: ['States.ALL'], Next: 'AskStage' });
    },
  );

  test.each(waits)('%s tries a failing function again, but never a time-out', (_name, state) => {
    expect(state.Retry?.[0]?.ErrorEquals).toEqual(['States.TaskFailed']);
  });

  test('there are as many as people are waited for', () => {
    expect(waits.map(([name]) => name)).toHaveLength(8);
  });
});

test.each(tasks)('%s tries again whatever fails, with pauses', (_name, state) => {
  expect(state.Retry?.[0]).toMatchObject({
    ErrorEquals: ['States.ALL'],
    MaxAttempts: 6,
    MaxDelaySeconds: 60,
  });
});

test('nothing relies on what the local cloud does not do: heartbeats, variables, time-outs by expression', () => {
  const text = caseMachineText();
  for (const field of ['Heartbeat', '"Assign"', '"Parallel"', '"Map"', 'TimeoutSecondsPath']) {
    expect(text).not.toContain(field);
  }
  expect(text).not.toMatch(/"TimeoutSeconds": "/);
});
