import * as z from 'zod/mini';
import { BadRequest } from './bad-request.ts';
import type { Audience } from './operation.ts';
import type { ApiEvent } from './request.ts';

/** Who called, as the authorizer proved it: issuer and subject of a token it verified. */
export interface Login {
  readonly issuer: string;
  readonly subject: string;
  readonly client: string;
  readonly username: string;
  readonly scopes: readonly string[];
  /** When the person proved who they are; renewing a token does not move it. 0 where the token does not say. */
  readonly signedInAtEpochSeconds: number;
}

const claims = z.object({
  iss: z.string(),
  sub: z.string(),
  client_id: z.exactOptional(z.string()),
  username: z.exactOptional(z.string()),
  token_use: z.exactOptional(z.string()),
  scope: z.exactOptional(z.string()),
  exp: z.exactOptional(z.coerce.number()),
  auth_time: z.exactOptional(z.coerce.number()),
});

/** The login of a request; without claims of an access token it is 401, never a default. Public paths have none. */
export function loginOf(audience: Audience, event: ApiEvent): Login | undefined {
  if (audience === 'public') return undefined;
  const parsed = claims.safeParse(event.requestContext.authorizer?.jwt?.claims);
  if (!parsed.success || parsed.data.token_use === 'id' || hasEnded(parsed.data.exp, event))
    throw new BadRequest({ kind: 'not-signed-in' });
  const { iss, sub, client_id, username, scope, auth_time } = parsed.data;
  return {
    issuer: iss,
    subject: sub,
    client: client_id ?? '',
    username: username ?? sub,
    scopes: scope?.split(' ') ?? [],
    signedInAtEpochSeconds: auth_time ?? 0,
  };
}

/** The authorizer has looked; held against the gateway's own time once more, since that is cheap. */
function hasEnded(exp: number | undefined, { requestContext }: ApiEvent): boolean {
  return exp !== undefined && exp * 1000 <= requestContext.timeEpoch;
}
