import { describe, expect, onTestFinished, test } from 'vitest';
import { OidcStaffProvider } from '../../functions/adapters/oidc/oidc-staff-provider.ts';
import { ProviderStaffSignIn } from '../../functions/adapters/oidc/provider-staff-sign-in.ts';
import { PROVIDER_CLIENT, type ProviderSays, startProvider } from '../support/oidc-provider.ts';

const RETURN = 'https://banli.example.org/desk/sign-in/return';

async function setup(says: ProviderSays = {}) {
  const { issuer, close } = await startProvider(says);
  onTestFinished(close);
  const provider = new OidcStaffProvider({ issuer, clientId: PROVIDER_CLIENT, returnTo: RETURN });
  /** The person signs in at the provider's page, which sends the browser back with a code. */
  const visit = async (why: 'begin' | 'beginProof' = 'begin') => {
    const { address, session } = await provider[why]();
    const body = new URLSearchParams({ user: 'colleague-7', act: 'in' });
    const sent = await fetch(address, { method: 'POST', redirect: 'manual', body });
    const back = new URL(sent.headers.get('location') ?? '').searchParams;
    return {
      asked: new URL(address).searchParams,
      session,
      code: back.get('code') ?? '',
      state: back.get('state') ?? '',
    };
  };
  return { issuer, provider, visit };
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

  test.each<[string, ProviderSays]>([
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

  test('[3.5.1] a proof says whom the provider asked anew, and when', async () => {
    const { issuer, provider, visit } = await setup();
    const { asked, ...back } = await visit('beginProof');
    expect([asked.get('prompt'), asked.get('max_age')]).toEqual(['login', '0']);
    const proof = await provider.prove(back);
    expect(proof).toMatchObject({ issuer, subject: 'colleague-7' });
    expect(Math.abs((proof?.atEpochSeconds ?? 0) - Date.now() / 1000)).toBeLessThan(5);
    expect(await provider.prove(back)).toBeUndefined();
  });

  test('[3.5.1] a proof without a word of when is none, and neither is one of another sign-in', async () => {
    const { provider, visit } = await setup({ claims: { auth_time: undefined } });
    expect(await provider.prove(await visit('beginProof'))).toBeUndefined();
    const other = await setup({ claims: { nonce: 'of another' } });
    expect(await other.provider.prove(await other.visit('beginProof'))).toBeUndefined();
  });

  test('as nobody we made: whom the provider knows is enrolled by that name, and has no password here', async () => {
    const { issuer, provider } = await setup();
    const signIn = new ProviderStaffSignIn(provider);
    expect(await signIn.enrol({ username: 'colleague-7' })).toEqual({ issuer, subject: 'colleague-7' });
    const refused = { step: 'refused', refusal: { kind: 'signs-in-at-provider' } };
    expect([await signIn.start(), await signIn.answer()]).toEqual([refused, refused]);
    expect(await signIn.refresh('refresh-1')).toMatchObject({ refreshToken: 'refresh-2' });
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
