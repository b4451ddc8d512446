import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda';
import { operationRoutes } from '../../functions/api/operations/routes.ts';
import { statusRoutes } from '../../functions/api/status/routes.ts';
import type { BackupFacts } from '../../functions/domain/backup/backup.ts';
import type { Role } from '../../functions/domain/case/rule.ts';
import type { Ringing } from '../../functions/domain/health/health.ts';
import { makeApi } from '../../functions/http/chain.ts';
import type { RecordLists } from '../../functions/ports/record-lists.ts';
import { givenColleagues, givenSession } from './given/colleagues.ts';
import { makeTestKernel } from './kernel.ts';

/** The operations pages' API over memory, asked as a colleague of these roles at an instant; the world can be changed. */
export function makeOperating(roles: Role[] = ['supervisor']) {
  const { kernel, store } = makeTestKernel();
  const world = {
    now: '2026-03-02T01:00:00.000Z',
    ringing: [] as Ringing[] | undefined,
    acting: true,
    backups: undefined as BackupFacts[] | undefined,
  };
  const lists: Pick<RecordLists, 'queue'> = {
    queue: async (hall, queue, { limit }) => ({
      records: [...store.heads.values()]
        .filter(({ head }) => head.queue?.hall === hall && head.queue.queue === queue)
        .toSorted((one, other) => ((one.head.queue?.sort ?? '') < (other.head.queue?.sort ?? '') ? -1 : 1))
        .slice(0, limit)
        .map(({ kind, id, version, head: { card } }) => ({ kind, id, version, card })),
    }),
  };
  const asked = {
    alarms: { ringing: async () => world.ringing },
    activeRegion: { mayAct: async () => world.acting },
  };
  const operating = {
    ...asked,
    kernel,
    lists: lists as RecordLists,
    logins: {
      personOf: async () => ({ personId: 'person-reviewer', begun: true }),
      link: async () => 'person-reviewer',
      noteBegun: async () => {},
    },
    colleagues: givenColleagues([givenSession({ roles, onDutyUntil: null })]),
    backups: { facts: async () => world.backups },
    figures: { entriesOf: async () => [], keepHour: async () => {}, hour: async () => undefined },
  };
  const api = makeApi([...operationRoutes(operating), ...statusRoutes(asked)], undefined);
  let asks = 0;
  const ask = async (method: string, path: string, body?: object) => {
    asks += 1;
    const event = {
      version: '2.0',
      routeKey: `${method} ${path}`,
      rawPath: path,
      headers: { 'idempotency-key': `key-${String(asks).padStart(8, '0')}` },
      requestContext: {
        requestId: 'r-1',
        http: { method, path },
        timeEpoch: Date.parse(world.now),
        authorizer: { jwt: { claims: { iss: 'i', sub: 's' } } },
      },
      isBase64Encoded: false,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    } as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;
    const answer = await api(event, {} as Context);
    return { status: answer?.statusCode, body: JSON.parse(String(answer?.body ?? 'null')) };
  };
  return {
    world,
    kernel,
    store,
    lists,
    get: (path: string) => ask('GET', path),
    post: (path: string, body: object) => ask('POST', path, body),
  };
}
