import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { describe, expect, onTestFinished, test } from 'vitest';
import { OidcStaffProvider } from '../../functions/adapters/oidc/oidc-staff-provider.ts';

interface Provider {
  /** What the id token says beside, or instead of, what is right. */
  readonly claims?: JWTPayload;
  readonly signer?: 'another' | 'none';
  readonly saysIssuer?: string;
  readonly down?: boolean;
}

const CLIENT = 'banli-desk';
const RETURN = 'https://banli.example.org/desk/sign-in';

/** A small provider: it remembers whom it sent a code, asks for the verifier, and uses a code once. */
async function setup({ claims = {}, signer, saysIssuer, down = false }: Provider = {}) {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const other = await generateKeyPair('ES256');
  const codes = new Map<string, { challenge: string; nonce: string }>();
  const server = createServer(async (request, answer) => {
    const send = (status: number, body: object) =>
      answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/.well-known/openid-configuration')
      return void send(200, {
        issuer: saysIssuer ?? issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
      });
    if (request.url === '/keys')
      return void send(200, { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' }] });
    if (down) return void send(503, {});
    const asked = new URLSearchParams(await bodyOf(request));
    const given = { access_token: 'access', refresh_token: 'refresh-2', expires_in: 900 };
    if (asked.get('grant_type') === 'refresh_token')
      return void send(asked.get('refresh_token') === 'refresh-1' ? 200 : 400, given);
    const code = codes.get(asked.get('code') ?? '');
    codes.delete(asked.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url');
    if (code?.challenge !== challenge || asked.get('redirect_uri') !== RETURN) return void send(400, {});
    const claimed = { nonce: code.nonce, ...claims };
    const token = new SignJWT(claimed)
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuer(claims.iss ?? issuer)
      .setAudience(claims.aud ?? CLIENT)
      .setSubject('colleague-7')
      .setIssuedAt()
      .setExpirationTime(claims.exp ?? '5m');
    const unsigned = `${part({ alg: 'none' })}.${part({ iss: issuer, aud: CLIENT, sub: 'x', exp: 4e9, iat: 1, ...claimed })}.`;
    const id_token =
      signer === 'none' ? unsigned : await token.sign(signer === 'another' ? other.privateKey : privateKey);
    send(200, { ...given, refresh_token: 'refresh-1', id_token });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new OidcStaffProvider({ issuer, clientId: CLIENT, returnTo: RETURN });
  /** The person signs in at the provider's page, which sends the browser back with a code. */
  const visit = async () => {
    const { address, session } = await provider.begin();
    const asked = new URL(address).searchParams;
    const code = `code-${codes.size}-${asked.get('state')}`;
    codes.set(code, { challenge: asked.get('code_challenge') ?? '', nonce: asked.get('nonce') ?? '' });
    return { session, code, state: asked.get('state') ?? '', asked };
  };
  return { provider, visit };
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const one of request) parts.push(one);
  return Buffer.concat(parts).toString();
}

const REFUSED = { step: 'refused', refusal: { kind: 'not-signed-in' } };

describe('staff sign in at the provider of their organisation', () => {
  test('by a code that is good once, and only for the browser that began', async () => {
    const { provider, visit } = await setup();
    const { asked, ...back } = await visit();
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('redirect_uri')).toBe(RETURN);
    expect(await provider.finish(back)).toMatchObject({
      step: 'signed-in',
      tokens: { accessToken: 'access', refreshToken: 'refresh-1' },
    });
    expect(await provider.finish(back)).toEqual(REFUSED);
  });

  test('[R29] not with another browser’s verifier or state, and not with junk', async () => {
    const { provider, visit } = await setup();
    const [mine, theirs] = [await visit(), await visit()];
    expect(await provider.finish({ ...mine, session: theirs.session })).toEqual(REFUSED);
    expect(await provider.finish({ ...mine, session: theirs.session, state: theirs.state })).toEqual(REFUSED);
    expect(await provider.finish({ ...mine, session: 'junk' })).toEqual(REFUSED);
  });

  test.each<[string, Provider]>([
    ['another issuer', { claims: { iss: 'https://elsewhere.example.org' } }],
    ['another client', { claims: { aud: 'another-client' } }],
    ['another sign-in', { claims: { nonce: 'of another' } }],
    ['long ago', { claims: { exp: 1_600_000_000 } }],
    ['another’s signature', { signer: 'another' }],
    ['no signature', { signer: 'none' }],
  ])('[R29] not by a word of %s', async (_, provider) => {
    const { provider: ours, visit } = await setup(provider);
    expect(await ours.finish(await visit())).toEqual(REFUSED);
  });

  test('renewed by the provider, for as long as it wants', async () => {
    const { provider } = await setup();
    expect(await provider.refresh('refresh-1')).toMatchObject({ refreshToken: 'refresh-2' });
    expect(await provider.refresh('revoked')).toBeUndefined();
  });

  test('a provider that is down refuses nobody: it is thrown, and tried again', async () => {
    const { provider, visit } = await setup({ down: true });
    await expect(provider.finish(await visit())).rejects.toThrow('503');
  });

  test('[R29] a provider that says it is another is not believed', async () => {
    const { provider } = await setup({ saysIssuer: 'https://elsewhere.example.org' });
    await expect(provider.begin()).rejects.toThrow('another');
  });
});
