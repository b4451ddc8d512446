import { describe, expect, test } from 'vitest';
import { CASE_STATUSES } from '../../functions/domain/case/state.ts';
import type { AnyOperation } from '../../functions/http/operation.ts';
import { OPERATIONS } from '../support/api/gateway.ts';
import { PEOPLE } from '../support/api/people.ts';
import {
  ask,
  operationNamed,
  type Person,
  type Scene,
  saidBy,
  sceneAt,
  sceneRecused,
} from '../support/api/scenes.ts';
import type { Places } from '../support/api/valid-requests.ts';
import { logLines } from '../support/log-lines.ts';
import { KNOWN_COMMANDS } from '../support/oracles/permissions.ts';
import { oracleAnswer, QUEUES, ROUTES, type Target } from '../support/oracles/routes.ts';

const everyone: readonly Person[] = Object.entries(PEOPLE);
/** Who is out, or has the wrong kind of token, is refused whatever the command: they ask for one of them only. */
function whoMightGive(audience: string): readonly Person[] {
  return everyone.filter(([, { out, onDuty, token }]) =>
    audience === 'me' ? token === 'customers' : token === 'staff' && out === undefined && onDuty,
  );
}

const GIVING = ['giveOwnCommand', 'giveCaseCommand'].map(operationNamed);
const isAboutCase = ({ path }: AnyOperation) => /\{(caseId|recordId)\}/.test(path);
const ABOUT_CASES = OPERATIONS.filter(isAboutCase);

/** Public routes refuse a wrong code or password, whoever asks; the rest have one answer for each person. */
const OTHERS = OPERATIONS.filter((one) => !isAboutCase(one) && one.audience !== 'public');

async function expectAsOracle(
  scene: Scene,
  operation: AnyOperation,
  person: Person,
  target: Target,
  places: Partial<Places> = {},
) {
  const answer = await ask(scene, operation, person, places);
  const [name, who] = person;
  const said = saidBy(answer);
  const expected = oracleAnswer(operation.operationId, who, target);
  if (said === expected) return;
  const asked = { name, route: operation.operationId, ...places };
  expect({ ...asked, said, answer: answer.body }).toEqual({ ...asked, said: expected });
}

const scenes = [
  ...CASE_STATUSES.map((status) => [`a case that is ${status}`, () => sceneAt(status)] as const),
  ['a case whose reviewer is a related party', sceneRecused] as const,
];

/** The matrix itself is tried at every status without the routes (`domain/permissions.test.ts`). */
const scenesForCommands = scenes.filter(([name]) => !/returned|awaiting|ready|closed/.test(name));

describe('[7.1.3] [R28] every route answers every person as the oracle says', () => {
  test('and each route has a row in it, and each row a route', () => {
    const routes = OPERATIONS.map(({ operationId }) => operationId);
    expect(Object.keys(ROUTES).toSorted()).toEqual(routes.toSorted());
  });

  test.each(scenes)('about %s', async (_name, makeScene) => {
    logLines();
    const scene = await makeScene();
    for (const operation of ABOUT_CASES)
      for (const person of everyone)
        await expectAsOracle(scene, operation, person, { case: scene.asked, command: 'add-note' });
  });

  test.each(scenesForCommands)('for every command on %s', async (_name, makeScene) => {
    logLines();
    const scene = await makeScene();
    for (const command of KNOWN_COMMANDS)
      for (const operation of GIVING)
        for (const person of whoMightGive(operation.audience))
          await expectAsOracle(scene, operation, person, { case: scene.asked, command }, { command });
  });

  test('about a record that is missing, and somebody else’s is the same answer to the letter', async () => {
    logLines();
    const scene = await sceneAt('in-review');
    for (const operation of ABOUT_CASES) {
      for (const person of everyone) {
        await expectAsOracle(scene, operation, person, { command: 'add-note' }, { caseId: 'no-such-case' });
        const [theirs, missing] = [
          await ask(scene, operation, person),
          await ask(scene, operation, person, { caseId: 'no-such-case' }),
        ];
        if (theirs.status === 404) expect(theirs).toEqual(missing);
      }
    }
  });

  test('about everything that is no case', async () => {
    logLines();
    const scene = await sceneAt('in-review');
    for (const operation of OTHERS) {
      for (const person of everyone) {
        for (const personId of ['person-no-such', 'person-customer', 'person-elsewhere', 'person-reviewer']) {
          const session = await scene.world.colleagues.session(personId);
          const target = { queue: 'mine', ...(session && { colleagueHall: session.hall }) };
          await expectAsOracle(scene, operation, person, target, { personId });
        }
      }
    }
  });

  test('about each queue', async () => {
    logLines();
    const scene = await sceneAt('in-review');
    for (const queue of ['mine', ...Object.keys(QUEUES)])
      for (const person of everyone)
        await expectAsOracle(scene, operationNamed('listQueue'), person, { queue }, { queue });
  });

  test('and what is public asks for nobody', async () => {
    logLines();
    const scene = await sceneAt('in-review');
    for (const operation of OPERATIONS.filter(({ audience }) => audience === 'public')) {
      const said = new Set<string>();
      for (const person of everyone) {
        said.add(JSON.stringify(await ask(scene, operation, person)));
        scene.again();
      }
      expect([...said]).toHaveLength(1);
    }
  });
});
