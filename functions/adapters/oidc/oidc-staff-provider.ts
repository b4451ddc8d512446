import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import type { StaffSignInAnswer, Tokens } from '../../ports/sign-in.ts';
import type { AwayAtProvider, ProviderAnswer, StaffProvider } from '../../ports/staff-provider.ts';

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Page of the portal to which the provider sends back; known to the provider letter by letter. */
  readonly returnTo: string;
}

const discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});
const issued = z.object({
  access_token: z.string(),
  refresh_token: z.exactOptional(z.string()),
  id_token: z.exactOptional(z.string()),
  expires_in: z.int(),
});
const kept = z.object({ verifier: z.string(), nonce: z.string(), state: z.string() });

/** What a provider may sign with: nothing that both sides would have to know, and nothing that is no signature. */
const SIGNED_WITH = ['RS256', 'PS256', 'ES256', 'EdDSA'];

interface Known extends z.output<typeof discovery> {
  readonly keys: JWTVerifyGetKey;
}

/** Authorization code with PKCE: the code is worth nothing without the verifier, which stays in the browser that began. */
export class OidcStaffProvider implements StaffProvider {
  readonly #settings: ProviderSettings;
  #known: Promise<Known> | undefined;

  constructor(settings: ProviderSettings) {
    this.#settings = settings;
  }

  get issuer(): string {
    return this.#settings.issuer;
  }

  begin(): Promise<AwayAtProvider> {
    return this.#begin({ scope: 'openid offline_access' });
  }

  beginProof(): Promise<AwayAtProvider> {
    // `max_age` alone makes a provider say when it asked; without it `auth_time` may be left out.
    return this.#begin({ scope: 'openid', prompt: 'login', max_age: '0' });
  }

  async finish(given: ProviderAnswer): Promise<StaffSignInAnswer> {
    const { tokens } = (await this.#exchange(given)) ?? {};
    if (tokens?.refresh_token === undefined) return NOT_SIGNED_IN;
    return { step: 'signed-in', tokens: tokensOf(tokens, tokens.refresh_token) };
  }

  async prove(given: ProviderAnswer) {
    const { said } = (await this.#exchange(given)) ?? {};
    if (said?.sub === undefined || typeof said.auth_time !== 'number') return undefined;
    return { issuer: this.issuer, subject: said.sub, atEpochSeconds: said.auth_time };
  }

  async refresh(refreshToken: string): Promise<Tokens | undefined> {
    const tokens = await this.#token({ grant_type: 'refresh_token', refresh_token: refreshToken });
    return tokens && tokensOf(tokens, refreshToken);
  }

  async #begin(own: Readonly<Record<string, string>>): Promise<AwayAtProvider> {
    const { clientId, returnTo } = this.#settings;
    const { authorization_endpoint } = await this.#discover();
    const [verifier, nonce, state] = [32, 16, 16].map((bytes) => randomBytes(bytes).toString('base64url'));
    const address = new URL(authorization_endpoint);
    const asked = {
      response_type: 'code',
      client_id: clientId,
      redirect_uri: returnTo,
      state: state ?? '',
      nonce: nonce ?? '',
      code_challenge: createHash('sha256')
        .update(verifier ?? '')
        .digest('base64url'),
      code_challenge_method: 'S256',
      ...own,
    };
    for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
    const session = Buffer.from(JSON.stringify({ verifier, nonce, state })).toString('base64url');
    return { address: address.href, session };
  }

  async #exchange({ session, state, code }: ProviderAnswer) {
    const begun = readSession(session);
    if (begun === undefined || begun.state !== state) return undefined;
    const tokens = await this.#token({
      grant_type: 'authorization_code',
      code,
      redirect_uri: this.#settings.returnTo,
      code_verifier: begun.verifier,
    });
    const said = tokens?.id_token && (await this.#genuine(tokens.id_token, begun.nonce));
    return tokens && said ? { tokens, said } : undefined;
  }

  /** What the provider said, to us, of this sign-in, where it did and it still holds. */
  async #genuine(idToken: string, nonce: string): Promise<JWTPayload | undefined> {
    const { issuer, keys } = await this.#discover();
    try {
      const { payload } = await jwtVerify(idToken, keys, {
        issuer,
        audience: this.#settings.clientId,
        algorithms: SIGNED_WITH,
        requiredClaims: ['sub', 'exp', 'iat'],
      });
      return payload.nonce === nonce ? payload : undefined;
    } catch (error) {
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) return undefined;
      throw error;
    }
  }

  /** `undefined` when the provider refuses what was asked; a provider that is down is thrown, and is nobody's fault here. */
  async #token(asked: Readonly<Record<string, string>>): Promise<z.output<typeof issued> | undefined> {
    const { token_endpoint } = await this.#discover();
    const answer = await fetch(token_endpoint, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
      body: new URLSearchParams({ ...asked, client_id: this.#settings.clientId }),
    });
    if (answer.status === 400 || answer.status === 401) return undefined;
    if (!answer.ok) throw new Error(`The provider answered ${answer.status}`);
    return issued.parse(await answer.json());
  }

  #discover(): Promise<Known> {
    this.#known ??= this.#ask().catch((error: unknown) => {
      this.#known = undefined;
      throw error;
    });
    return this.#known;
  }

  async #ask(): Promise<Known> {
    const { issuer } = this.#settings;
    const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) throw new Error(`The provider answered ${answer.status}`);
    const known = discovery.parse(await answer.json());
    if (known.issuer !== issuer) throw new Error('The provider says that it is another');
    return { ...known, keys: createRemoteJWKSet(new URL(known.jwks_uri)) };
  }
}

const NOT_SIGNED_IN: StaffSignInAnswer = { step: 'refused', refusal: { kind: 'not-signed-in' } };

function readSession(session: string): z.output<typeof kept> | undefined {
  try {
    return kept.parse(JSON.parse(Buffer.from(session, 'base64url').toString('utf8')));
  } catch {
    return undefined;
  }
}

function tokensOf({ access_token, expires_in, refresh_token }: z.output<typeof issued>, old: string): Tokens {
  return {
    accessToken: access_token,
    refreshToken: refresh_token ?? old,
    expiresAt: new Date(Date.now() + expires_in * 1000).toISOString(),
  };
}
