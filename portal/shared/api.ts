import createClient, { type ClientOptions, type Middleware } from 'openapi-fetch';
import type { paths } from './api.gen.ts';
import { config } from './config.ts';
import { ApiProblem, type Problem, problemFromStatus } from './problem.ts';
import type { Session, SessionKeeper } from './session.ts';

/** Renewed so many milliseconds before its end, so that no request starts with a token about to end. */
const RENEW_BEFORE = 30_000;

export interface ApiOptions {
  readonly session: SessionKeeper;
  /** Renews a session; undefined when it is over. */
  readonly renew: (session: Session) => Promise<Session | undefined>;
  readonly fetch?: ClientOptions['fetch'];
}

/** The typed client of the API: speaks the page's language, signs requests, renews the session before it ends. */
export function makeApi<Paths extends object = paths>({ session, renew, fetch }: ApiOptions) {
  const api = createClient<Paths>({ baseUrl: config().apiUrl, ...(fetch && { fetch }) });
  api.use(signing(session, renew));
  return api;
}

export type Api = ReturnType<typeof makeApi<paths>>;

function signing(keeper: SessionKeeper, renew: ApiOptions['renew']): Middleware {
  let renewing: Promise<Session | undefined> | undefined;
  const fresh = async (): Promise<Session | undefined> => {
    const session = keeper.get();
    if (session === undefined || Date.parse(session.expiresAt) - Date.now() > RENEW_BEFORE) return session;
    // One renewal for all requests that find the token old.
    renewing ??= renew(session).finally(() => {
      renewing = undefined;
    });
    const renewed = await renewing;
    keeper.set(renewed);
    return renewed;
  };
  return {
    async onRequest({ request, schemaPath }) {
      request.headers.set('accept', 'application/json');
      request.headers.set('accept-language', document.documentElement.lang);
      if (schemaPath.startsWith('/public/')) return request;
      const session = await fresh();
      if (session) request.headers.set('authorization', `Bearer ${session.accessToken}`);
      return request;
    },
    async onResponse({ response }) {
      if (response.status === 401 && keeper.get() !== undefined && !response.url.includes('/sign-in')) {
        keeper.set(undefined);
      }
      return response;
    },
  };
}

/** The answer of a call, or the problem thrown. A line that broke is a problem too (`unreachable`). */
export async function answerOf<Answer>(
  call: Promise<{ data?: Answer; error?: unknown; response: Response }>,
): Promise<Answer> {
  const { data, error, response } = await call.catch((broken: unknown) => {
    if (broken instanceof TypeError) throw new ApiProblem(problemFromStatus(0, ''));
    throw broken;
  });
  if (response.ok && data !== undefined) return data;
  if (isProblem(error)) throw new ApiProblem(error);
  const reference = response.headers.get('apigw-requestid') ?? '';
  throw new ApiProblem(problemFromStatus(response.status, reference));
}

/** The same for calls that answer nothing (204). */
export async function done(call: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  await answerOf(call.then(({ error, response }) => ({ data: true, error, response })));
}

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'kind' in error && 'next' in error;
}

/** A key under which a command is done once, however often it is sent. */
export function idempotencyKey(): string {
  return crypto.randomUUID();
}
