import { hash } from 'node:crypto';
import { API_CONTRACT } from '../../../functions/http/contract/index.ts';
import type { MemoryCloud } from './cloud.ts';
import type { StaffName } from './hall.ts';
import { settle } from './moment.ts';
import type { Answered } from './works.ts';

const ISSUERS = {
  staff: 'https://cognito-idp.ap-northeast-1.amazonaws.com/staffPoolId',
  me: 'https://cognito-idp.ap-northeast-1.amazonaws.com/customerPoolId',
} as const;

export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  readonly key?: string;
  /** Who is signed in. */
  readonly who?: { readonly pool: 'me' | 'staff'; readonly subject: string };
  readonly address?: string;
}

/** The request as the gateway hands it to a function. */
function eventOf(
  { method, path, body, key, who, address = '192.0.2.1' }: Asked,
  id: string,
  routeKey: string,
): object {
  const [rawPath = '', search = ''] = path.split('?');
  const claims = who && {
    iss: ISSUERS[who.pool],
    sub: who.subject,
    token_use: 'access',
    username: who.subject,
  };
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: search,
    headers: {
      'content-type': 'application/json',
      'accept-language': 'zh-Hant',
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    queryStringParameters: Object.fromEntries(new URLSearchParams(search)),
    requestContext: {
      requestId: id,
      timeEpoch: Date.now(),
      http: { method, path: rawPath, sourceIp: address, protocol: 'HTTP/1.1', userAgent: 'test' },
      ...(claims && { authorizer: { jwt: { claims, scopes: [] } } }),
    },
    isBase64Encoded: false,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}

/** Which function answers a path, as the gateway's routes have it. */
function routeOf({ method, path }: Asked): { readonly folder: string; readonly route: string } {
  const [plain = ''] = path.split('?');
  for (const [capability, operations] of Object.entries(API_CONTRACT)) {
    for (const operation of operations) {
      const pattern = new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`);
      if (operation.method === method && pattern.test(plain)) {
        return { folder: `api/${capability}`, route: `${method} ${operation.path}` };
      }
    }
  }
  return { folder: 'api/description', route: '$default' };
}

/** What may not work twice: a code is used, a session is over. Repeating it is refused, and that is right. */
const WORKS_ONCE = new Set(['POST /public/sign-in/answer', 'POST /staff/me/sign-out', 'POST /me/sign-out']);
export const ONCE = 'once';

let requests = 0;

/** Gives a request to the cloud, not yet carried out; answers its id. */
export function send(cloud: MemoryCloud, asked: Asked): string {
  requests += 1;
  const { folder, route } = routeOf(asked);
  const id = `${WORKS_ONCE.has(route) ? ONCE : 'request'}-${requests}`;
  const event = eventOf(asked, id, route);
  cloud.works.add({ kind: 'request', folder, id, event, at: Date.now(), tries: 0 });
  return id;
}

/** Asks, waits until all that follows from it is done, and gives the answer. */
export async function ask(cloud: MemoryCloud, asked: Asked, before?: () => void): Promise<Answered> {
  const id = send(cloud, asked);
  await settle(cloud, before);
  const answered = cloud.answers.get(id);
  if (answered === undefined) throw new Error(`${asked.path} was never answered`);
  return answered;
}

export function subjectOf(username: StaffName): string {
  return `sub-${hash('sha256', username).slice(0, 8)}`;
}
