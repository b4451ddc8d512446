import { expect, test } from 'vitest';
import { PEOPLE } from '../support/api/people.ts';
import { ask, operationNamed, type Person, sceneAt, sceneRecused } from '../support/api/scenes.ts';
import { givenAnswers } from '../support/given/answers.ts';
import { logLines } from '../support/log-lines.ts';
import { oracleMayRead } from '../support/oracles/permissions.ts';

const everyone: readonly Person[] = Object.entries(PEOPLE);
const person = (name: string): Person => {
  const who = PEOPLE[name];
  if (who === undefined) throw new Error(`There is no ${name}`);
  return [name, who];
};

test('[7.1.3] [R28] a search shows a case to whom the oracle lets read it, and to nobody else', async () => {
  logLines();
  for (const makeScene of [() => sceneAt('in-review'), sceneRecused]) {
    const scene = await makeScene();
    for (const [name, who] of everyone.filter(
      ([, { token, out, onDuty }]) => token === 'staff' && !out && onDuty,
    )) {
      const { body } = await ask(scene, operationNamed('searchCases'), [name, who]);
      const shown = body.items.map(({ caseId }: { caseId: string }) => caseId);
      expect([name, shown]).toEqual([name, oracleMayRead(who, scene.asked) ? ['c1'] : []]);
    }
  }
});

test('[R28] a queue and a desk show no case of another hall, and none to a related party', async () => {
  logLines();
  const queue = operationNamed('listQueue');
  const shown = async (scene: Awaited<ReturnType<typeof sceneAt>>, name: string, of: string) =>
    (await ask(scene, queue, person(name), { queue: of })).body.items.length;
  const scene = await sceneAt('in-review');
  expect(await shown(scene, 'reviewer', 'review')).toBe(1);
  expect(await shown(scene, 'reviewer', 'mine')).toBe(1);
  expect(await shown(scene, 'everyone of another hall', 'review')).toBe(0);
  const recused = await sceneRecused();
  expect(await shown(recused, 'reviewer', 'review')).toBe(0);
  expect(await shown(recused, 'reviewer', 'mine')).toBe(0);
  const { body } = await ask(recused, queue, person('supervisor'), { queue: 'review' });
  expect(body.items).toHaveLength(1);
  expect(JSON.stringify(body)).not.toContain('hiddenFrom');
});

test('[R28] a customer lists their own cases only; a representative finds the principal’s by its number', async () => {
  logLines();
  const scene = await sceneAt('submitted');
  for (const one of everyone.filter(([, { token }]) => token === 'customers')) {
    const { body } = await ask(scene, operationNamed('listOwnCases'), one);
    expect([one[0], body.items.length]).toEqual([one[0], one[0] === 'the applicant' ? 1 : 0]);
  }
});

test('[R28] two people who share one phone are two logins, however they write it', async () => {
  logLines();
  const { world } = await sceneAt('submitted');
  const start = async (contact: string, idTail: string) =>
    (await world.call(operationNamed('startSignIn'), { body: { contact, idTail, language: 'en' } })).body
      .loginId;
  const [mine, same, siblings] = [
    await start('13900000001', '451x'),
    await start('+86 139 0000 0001', '451X'),
    await start('13900000001', '5678'),
  ];
  expect(mine).toMatch(/^[0-9a-f]{64}$/);
  expect(same).toBe(mine);
  expect(siblings).not.toBe(mine);
});

test('[R28] [U17] tracking tells nothing on a number alone: a wrong second fact is as good as a wrong number', async () => {
  logLines();
  const { world, again } = await sceneAt('in-review');
  const track = async (receiptNumber: string, secondFact: string) => {
    const answer = await world.call(operationNamed('trackCase'), { body: { receiptNumber, secondFact } });
    again();
    return answer;
  };
  const tail = String(givenAnswers().operatorId).slice(-4);
  const number = 'BL26030222222222T';
  expect((await track(number, tail)).status).toBe(200);
  const wrong = await track(number, '0000');
  expect(wrong.status).toBe(404);
  expect(await track('BL26030322222222T', tail)).toEqual(wrong);
  expect(await track('no number', tail)).toEqual(wrong);
});
