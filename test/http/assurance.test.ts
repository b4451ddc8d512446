import { describe, expect, test } from 'vitest';
import { type PersonCommand, personDefinition } from '../../functions/domain/people/person.ts';
import { giveCommand } from '../../functions/use-cases/record/give-command.ts';
import { operationNamed } from '../support/api/scenes.ts';
import { makeWorld, type World } from '../support/api/world.ts';
import { givenAnswers } from '../support/given/answers.ts';
import { bringTo, type CaseStory, customer, makeCaseStory, officer } from '../support/given/case-story.ts';
import { givenService } from '../support/given/service.ts';
import { logLines } from '../support/log-lines.ts';

type Assurance = 'contact' | 'checked';
const LEVELS: readonly Assurance[] = ['contact', 'checked'];
const PAIRS = LEVELS.flatMap((asked) => LEVELS.map((has) => ({ asked, has })));
type Pair = (typeof PAIRS)[number];

const token = { of: 'customers', subject: 'the applicant' } as const;
const suffices = ({ asked, has }: Pair) => asked === 'contact' || has === 'checked';

function storyOf(given: { submit?: Assurance; collect?: Assurance }): CaseStory {
  const service = givenService();
  return makeCaseStory({ service: { ...service, assurance: { ...service.assurance, ...given } } });
}

/** The applicant has signed in by a code; `checked`: a colleague saw their papers on another day. */
async function signedIn(story: CaseStory, has: Assurance): Promise<World> {
  const world = makeWorld(story);
  await world.logins.link(token.of, token.subject, customer.id);
  const commands: PersonCommand[] = [
    { type: 'sign-in-first', contacts: [] },
    ...(has === 'checked' ? [{ type: 'confirm-identity', caseId: 'c0' } as const] : []),
  ];
  for (const command of commands)
    await giveCommand(world.kernel, personDefinition, {
      ...{ id: customer.id, command, actor: officer, key: command.type, now: story.now() },
      reference: async () => undefined,
    });
  return world;
}

/** The same story, in which nobody was asked for an original. */
function withoutOriginal(story: CaseStory): CaseStory {
  const done: CaseStory['done'] = (actor, command, more) =>
    command.type === 'confirm-identity' ? story.current() : story.done(actor, command, more);
  return { ...story, done };
}

describe('[2.1.2] [R28] nothing is granted on a typed identity:', () => {
  test.each(PAIRS)('handing in asks for $asked, the applicant is $has', async (pair) => {
    logLines();
    const story = await bringTo('draft', storyOf({ submit: pair.asked }));
    const world = await signedIn(story, pair.has);
    const params = { caseId: 'c1' };
    const saved = { revision: 1, answers: givenAnswers() };
    await world.call(operationNamed('saveDraft'), { token, params, body: saved });
    const { version } = await story.current();
    const answer = await world.call(operationNamed('giveOwnCommand'), {
      ...{ token, key: 'key-12345678', params: { ...params, command: 'submit' } },
      body: { seenVersion: version, revision: 1 },
    });
    if (suffices(pair)) expect(answer.status).toBe(200);
    else expect(answer).toMatchObject({ status: 409, body: { kind: 'identity-not-checked' } });
  });

  test.each(PAIRS)('fetching asks for $asked, the applicant is $has', async (pair) => {
    logLines();
    const story = storyOf({ collect: pair.asked });
    await bringTo('awaiting-collection', pair.has === 'checked' ? story : withoutOriginal(story));
    const world = await signedIn(story, 'contact');
    const answer = await world.call(operationNamed('linkCertificate'), { token, params: { caseId: 'c1' } });
    if (suffices(pair)) expect(answer).toMatchObject({ status: 200, body: { url: expect.any(String) } });
    else {
      expect(answer).toMatchObject({ status: 409, body: { kind: 'identity-not-checked' } });
      expect(await story.refusal(officer, { type: 'collect', collector: 'applicant' })).toBe(
        'identity-not-checked',
      );
    }
  });

  test('who was not seen is `contact`, whatever they typed, and stays it through a whole case', async () => {
    logLines();
    const story = await bringTo('submitted');
    const world = await signedIn(story, 'contact');
    const me = await world.call(operationNamed('readMe'), { token });
    expect(me.body.assurance).toBe('contact');
    expect((await story.current()).state).toMatchObject({ identityChecked: false });
  });
});
