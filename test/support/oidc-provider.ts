import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export interface ProviderSays {
  /** What the id token says beside, or instead of, what is right. */
  readonly claims?: JWTPayload;
  readonly signer?: 'another' | 'none';
  readonly saysIssuer?: string;
  readonly down?: boolean;
  /** What a person who signed in may show to the API. */
  readonly tokensFor?: (user: string) => Promise<object>;
}

export const PROVIDER_CLIENT = 'banli-desk';

interface Coded {
  readonly askedAnew: boolean;
  readonly user: string;
  readonly challenge: string;
  readonly nonce: string;
  readonly returnTo: string;
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * A small provider of identities (OpenID Connect) behind a real socket: a page to sign in or to cancel at, codes that
 * are good once and for whoever holds the verifier, and signed id tokens. `says` may be changed while it runs.
 */
export async function startProvider(says: ProviderSays = {}) {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const other = await generateKeyPair('ES256');
  const codes = new Map<string, Coded>();

  async function idTokenFor({ user, nonce, askedAnew }: Coded): Promise<string> {
    const { claims = {}, signer } = says;
    // Whoever was not asked anew signed in an hour ago.
    const auth_time = Math.floor(Date.now() / 1000) - (askedAnew ? 0 : 3600);
    const claimed = { nonce, auth_time, ...claims };
    if (signer === 'none')
      return `${part({ alg: 'none' })}.${part({ iss: issuer, aud: PROVIDER_CLIENT, sub: user, exp: 4e9, iat: 1, ...claimed })}.`;
    return new SignJWT(claimed)
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuer(claims.iss ?? issuer)
      .setAudience(claims.aud ?? PROVIDER_CLIENT)
      .setSubject(user)
      .setIssuedAt()
      .setExpirationTime(claims.exp ?? '5m')
      .sign(signer === 'another' ? other.privateKey : privateKey);
  }

  /** The person signs in, or cancels; the browser goes back to whoever sent it. */
  function decide(asked: URLSearchParams, given: URLSearchParams, answer: ServerResponse) {
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.searchParams.set('state', asked.get('state') ?? '');
    if (given.get('act') === 'cancel') back.searchParams.set('error', 'access_denied');
    else {
      const code = randomUUID();
      codes.set(code, {
        user: given.get('user') ?? '',
        askedAnew: asked.get('prompt') === 'login' && asked.get('max_age') === '0',
        challenge: asked.get('code_challenge') ?? '',
        nonce: asked.get('nonce') ?? '',
        returnTo: asked.get('redirect_uri') ?? '',
      });
      back.searchParams.set('code', code);
    }
    answer.writeHead(302, { location: back.href }).end();
  }

  async function tokens(asked: URLSearchParams): Promise<[status: number, body: object]> {
    const given = { access_token: 'access', refresh_token: 'refresh-2', expires_in: 900 };
    if (asked.get('grant_type') === 'refresh_token')
      return [asked.get('refresh_token') === 'refresh-1' ? 200 : 400, given];
    const coded = codes.get(asked.get('code') ?? '');
    codes.delete(asked.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url');
    if (coded?.challenge !== challenge || asked.get('redirect_uri') !== coded.returnTo) return [400, {}];
    const own = (await says.tokensFor?.(coded.user)) ?? { ...given, refresh_token: 'refresh-1' };
    return [200, { ...own, id_token: await idTokenFor(coded) }];
  }

  async function serve(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', issuer);
    const send = (status: number, body: object) =>
      void answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (pathname === '/.well-known/openid-configuration')
      return send(200, {
        issuer: says.saysIssuer ?? issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
      });
    if (pathname === '/keys')
      return send(200, { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' }] });
    const given = new URLSearchParams(await bodyOf(request));
    if (pathname === '/token') return says.down ? send(503, {}) : send(...(await tokens(given)));
    if (request.method === 'POST') return decide(searchParams, given, answer);
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
  }

  const server = createServer((request, answer) => void serve(request, answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { issuer, close: () => void server.close() };
}

const PAGE = `<!doctype html><html lang="en"><title>Provider</title><h1>Sign in at the provider</h1>
<form method="post"><label>Account <input name="user"></label>
<button name="act" value="in">Sign in</button><button name="act" value="cancel">Cancel</button></form></html>`;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const one of request) parts.push(one);
  return Buffer.concat(parts).toString();
}
