import type { CaseStatus } from '../../../functions/domain/case/state.ts';
import type { AnyOperation } from '../../../functions/http/operation.ts';
import { bringTo, type CaseStory, reviewer } from '../given/case-story.ts';
import type { AskedFor } from '../oracles/permissions.ts';
import type { Who } from '../oracles/routes.ts';
import { type Answered, type Asked, OPERATIONS } from './gateway.ts';
import { settlePeople } from './people.ts';
import { type Places, validRequest } from './valid-requests.ts';
import { makeWorld, type World } from './world.ts';

export interface Scene {
  readonly world: World;
  readonly asked: AskedFor;
  readonly fileId: string;
  /** Puts everything back as it was. */
  readonly again: () => void;
}

export type Person = readonly [name: string, who: Who];

/** A case that has come to a status, and everybody who might ask for it. */
export async function sceneAt(status: CaseStatus): Promise<Scene> {
  return sceneOf(await bringTo(status));
}

/** The reviewer turned out to be a related party. */
export async function sceneRecused(): Promise<Scene> {
  const story = await bringTo('in-review');
  await story.done(reviewer, { type: 'recuse', relation: 'family' });
  return sceneOf(story);
}

async function sceneOf(story: CaseStory): Promise<Scene> {
  const world = makeWorld(story);
  await settlePeople(world);
  const { state, hall } = await story.current();
  const step = state.status === 'in-handling' ? state.step : undefined;
  const asked: AskedFor = {
    ...{ hall, status: state.status, customerId: 'person-customer' },
    recused: 'recused' in state ? (state.recused ?? []) : [],
    ...(step && { stepRole: step.role }),
  };
  return { world, asked, fileId: state.files[0]?.fileId ?? 'no-file', again: keepAsItIs(world) };
}

/** Every request is made on the same world: what one changed is put back before the next. */
function keepAsItIs({ store, logins, colleagues, transient }: World): () => void {
  const maps: Map<unknown, unknown>[] = [
    ...Object.values(store).filter((one) => one instanceof Map),
    ...[logins.links, logins.begun, colleagues.sessions, transient.proved, transient.counts],
  ];
  const kept = maps.map((map) => [map, [...map]] as const);
  return () => {
    for (const [map, entries] of kept) {
      map.clear();
      for (const [key, value] of entries) map.set(key, value);
    }
  };
}

/** A well-formed request of this person, on the world as it was. */
export async function ask(
  { world, again, fileId }: Scene,
  operation: AnyOperation,
  [name, who]: Person,
  places: Partial<Places> = {},
): Promise<Answered> {
  const all = { caseId: 'c1', fileId, personId: 'p', command: 'add-note', queue: 'mine', ...places };
  const token = who.token === 'none' ? undefined : { of: who.token, subject: name };
  const request: Asked = { ...validRequest(operation.operationId, all), ...(token && { token }) };
  const answer = await world.call(operation, request);
  if (answer.status < 300 || answer.status === 409) again();
  return answer;
}

/** What an answer says, in the oracle's words. */
export function saidBy({ status, body }: Answered): string {
  if (status === 401 && body.message === 'Unauthorized') return 'not-signed-in';
  return [401, 403, 404].includes(status) ? body.kind : 'answered';
}

export function operationNamed(id: string): AnyOperation {
  const found = OPERATIONS.find(({ operationId }) => operationId === id);
  if (found === undefined) throw new Error(`There is no ${id}`);
  return found;
}
