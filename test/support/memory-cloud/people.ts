import { hash } from 'node:crypto';
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
export function eventOf({ method, path, body, key, who, address = '192.0.2.1' }: Asked, id: string): object {
  const [rawPath = '', search = ''] = path.split('?');
  const claims = who && {
    iss: ISSUERS[who.pool],
    sub: who.subject,
    token_use: 'access',
    username: who.subject,
  };
  return {
    version: '2.0',
    routeKey: `${method} ${rawPath}`,
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

const FOLDERS: readonly (readonly [RegExp, string])[] = [
  [/^\/staff\/(me|people)/, 'api/people'],
  [/^\/staff/, 'api/cases'],
  [/^\/me/, 'api/applications'],
  [/^\/public\/sign-in/, 'api/sign-in'],
  [/^\/public\/staff-sign-in/, 'api/staff-sign-in'],
  [/^\/public\/tracking/, 'api/tracking'],
  [/^\/public\/certificates/, 'api/verification'],
  [/^\/public\/services/, 'api/guides'],
  [/^\/system/, 'api/outside'],
];

export function folderOf(path: string): string {
  return FOLDERS.find(([pattern]) => pattern.test(path))?.[1] ?? 'api/description';
}

let requests = 0;

/** Gives a request to the cloud, not yet carried out; answers its id. */
export function send(cloud: MemoryCloud, asked: Asked): string {
  requests += 1;
  const id = `request-${requests}`;
  const event = eventOf(asked, id);
  cloud.works.add({ kind: 'request', folder: folderOf(asked.path), id, event, at: Date.now(), tries: 0 });
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
