import { describe, expect, test } from 'vitest';
import { caseMachine, folderOf, isWait } from '../support/machine/definition.ts';
import { type Execution, Machine } from '../support/machine/machine.ts';

const definition = caseMachine();

/** A machine whose tasks say what the script says: of each task its answers in turn, `fail` for an error. */
function scripted(script: Readonly<Record<string, readonly (string | 'fail')[]>>) {
  const left = new Map(Object.entries(script).map(([name, answers]) => [name, [...answers]]));
  const names = Object.values(definition.States).flatMap(({ Arguments }) =>
    Arguments ? [folderOf(Arguments.FunctionName)] : [],
  );
  const tasks = Object.fromEntries(
    names.map((name) => [
      name,
      async ({ rounds }: { rounds?: number }) => {
        const stage = left.get(name)?.shift();
        if (stage === 'fail') throw new Error('broken');
        return { stage: stage ?? 'done', visit: 1, ...(rounds !== undefined && { rounds }) };
      },
    ]),
  );
  return new Machine(definition, tasks);
}

async function started(
  script: Parameters<typeof scripted>[0],
): Promise<{ machine: Machine; execution: Execution }> {
  const machine = scripted(script);
  await machine.start('c1', 1);
  await machine.settle();
  const execution = machine.executions.get('c1-1');
  if (execution === undefined) throw new Error('It did not start');
  return { machine, execution };
}

const WAITS_OF: Readonly<Record<string, string>> = {
  intake: 'WaitForIntake',
  review: 'WaitForReview',
  'open-step': 'OpenStep',
  step: 'WaitForStep',
  result: 'SendResult',
  call: 'WaitForCall',
  collection: 'WaitForCollection',
};

describe.each(Object.entries(WAITS_OF))('in the stage %s', (stage, name) => {
  test('it waits, and goes on with what its token was released with', async () => {
    const { machine, execution } = await started({ 'ask-stage': [stage] });
    expect(execution).toMatchObject({ status: 'RUNNING', state: name });
    expect(await machine.release(execution.token ?? '', { stage: 'done', visit: 2 })).toBe('released');
    await machine.settle();
    expect(execution).toMatchObject({
      status: 'SUCCEEDED',
      entered: ['AskStage', 'RouteByStage', name, 'RouteByStage', 'Filed'],
    });
  });

  test('after its time-out the case is asked again', async () => {
    const { machine, execution } = await started({ 'ask-stage': [stage, 'done'] });
    machine.timeOut(execution);
    await machine.settle();
    expect(execution.entered.slice(2)).toEqual([name, 'AskStage', 'RouteByStage', 'Filed']);
  });

  test('a function that keeps failing leads back to the question, with the rounds counted', async () => {
    const folder = folderOf(definition.States[name]?.Arguments?.FunctionName ?? '');
    const { execution } = await started({ 'ask-stage': [stage, 'done'], [folder]: Array(7).fill('fail') });
    expect(execution.entered.slice(2)).toEqual([name, 'AskStage', 'RouteByStage', 'Filed']);
    expect(execution.input).toMatchObject({ rounds: 1 });
  });
});

const TASKS_OF: Readonly<Record<string, string>> = {
  check: 'CheckApplication',
  assign: 'AssignReviewer',
  certificate: 'MakeCertificate',
  file: 'FileRecord',
};

describe.each(Object.entries(TASKS_OF))('in the stage %s', (stage, name) => {
  const folder = folderOf(definition.States[name]?.Arguments?.FunctionName ?? '');

  test('the task is done, and its answer is the next stage', async () => {
    const { execution } = await started({ 'ask-stage': [stage], [folder]: ['done'] });
    expect(execution.entered).toContain(name);
    expect(execution.status).toBe('SUCCEEDED');
  });

  test('a task that fails six times is tried a seventh', async () => {
    const { execution } = await started({
      'ask-stage': [stage],
      [folder]: [...Array(6).fill('fail'), 'done'],
    });
    expect(execution.status).toBe('SUCCEEDED');
  });

  test('a task that goes on failing ends the execution: the next generation begins elsewhere', async () => {
    const { execution } = await started({ 'ask-stage': [stage], [folder]: Array(7).fill('fail') });
    expect(execution.status).toBe('FAILED');
  });
});

describe('assigning', () => {
  test('nobody eligible: it waits for a colleague, and offers the case again after the time-out', async () => {
    const { machine, execution } = await started({
      'ask-stage': ['assign', 'assign'],
      'assign-reviewer': ['assign', 'review'],
    });
    expect(execution.state).toBe('WaitForColleague');
    machine.timeOut(execution);
    await machine.settle();
    expect(execution.state).toBe('WaitForReview');
    expect(execution.entered.filter((name) => name === 'AssignReviewer')).toHaveLength(2);
  });

  test('a case that left review meanwhile is routed', async () => {
    const { execution } = await started({ 'ask-stage': ['assign'], 'assign-reviewer': ['result'] });
    expect(execution.state).toBe('SendResult');
  });
});

test('a superseded execution ends without doing anything', async () => {
  const { execution } = await started({ 'ask-stage': ['superseded'] });
  expect(execution).toMatchObject({
    status: 'SUCCEEDED',
    entered: ['AskStage', 'RouteByStage', 'Superseded'],
  });
});

test('[R42] a stage this definition does not know is asked for again after a pause', async () => {
  const { execution } = await started({ 'ask-stage': ['of-next-year', 'done'] });
  expect(execution.entered).toEqual([
    'AskStage',
    'RouteByStage',
    'PauseBeforeAsking',
    'AskStage',
    'RouteByStage',
    'Filed',
  ]);
});

test('a question that is never answered ends the execution', async () => {
  const { execution } = await started({ 'ask-stage': Array(7).fill('fail') });
  expect(execution.status).toBe('FAILED');
});

test('these paths enter every state there is', () => {
  const entered = [
    'AskStage',
    'RouteByStage',
    'PauseBeforeAsking',
    'IsAssigned',
    'WaitForColleague',
    'Filed',
    'Superseded',
  ];
  const tried = [...entered, ...Object.values(WAITS_OF), ...Object.values(TASKS_OF)];
  expect(new Set(tried)).toEqual(new Set(Object.keys(definition.States)));
  expect(Object.values(definition.States).filter(isWait)).toHaveLength(Object.keys(WAITS_OF).length + 1);
});
