import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { TOTP } from 'otpauth';
import { settingsFor } from '../../local/aws.ts';
import { readMark } from '../../local/marks.ts';
import { outputOf } from '../../local/outputs.ts';
import { LOCAL_PASSWORD, setUpAuthenticator } from '../../local/seed/colleagues.ts';
import { takeEnvironment } from '../../local/seed/environment.ts';
import { ACCOUNTS_MARK } from '../../local/seed/steps.ts';
import type { TestRegion } from '../../local/test-cloud.ts';
import { type ConnectedCloud, eventually } from '../integration/support/connect.ts';

export const STAFF = [
  'officer',
  'reviewer',
  'reviewer2',
  'everything',
  'approver',
  'issuer',
  'counter',
] as const;

let keys = 0;

/** One request to a region's API; throws with what was said unless it was answered well. */
export async function ask(
  { apiUrl }: TestRegion,
  method: string,
  path: string,
  { token, body, commands }: { token?: string; body?: unknown; commands?: boolean } = {},
  // biome-ignore lint/suspicious/noExplicitAny: what a drill needs of an answer it looks at
): Promise<any> {
  keys += 1;
  const answer = await fetch(`${apiUrl}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      'accept-language': 'zh-Hant',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(commands && { 'idempotency-key': `drill-${process.pid}-${Date.now()}-${keys}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** Signs a customer in by the code that was sent. */
export async function customerIn(region: ConnectedCloud, contact: string, idTail: string) {
  const codes = async () => {
    const sent = await region.sentTo(contact);
    return sent.flatMap(({ text }) => /(?<!\d)\d{6}(?!\d)/.exec(String(text))?.[0] ?? []);
  };
  const before = (await codes()).length;
  const body = { contact, idTail, language: 'zh-Hant' };
  const { loginId, session } = await ask(region, 'POST', '/public/sign-in', { body });
  const code = await eventually(`a code to ${contact}`, async () => {
    const now = await codes();
    return now.length > before ? now.at(-1) : undefined;
  });
  const tokens = await ask(region, 'POST', '/public/sign-in/answer', { body: { loginId, session, code } });
  return { region, token: String(tokens.accessToken) };
}

export interface Colleague {
  readonly region: TestRegion;
  readonly token: string;
  readonly secret: string;
  readonly personId: string;
}

export async function colleagueIn(region: TestRegion, username: string, secret: string): Promise<Colleague> {
  const first = { username, password: LOCAL_PASSWORD };
  const { session, challenge } = await ask(region, 'POST', '/public/staff-sign-in', { body: first });
  const response = new TOTP({ secret }).generate();
  const body = { username, session, challenge, response };
  const { tokens } = await ask(region, 'POST', '/public/staff-sign-in/answer', { body });
  const token = String(tokens.accessToken);
  const { personId } = await ask(region, 'GET', '/staff/me', { token });
  return { region, token, secret, personId };
}

/** The colleagues of the local hall, by the logins that the seed gave them in the first region. */
export async function firstHall(cloud: ConnectedCloud): Promise<ReadonlyMap<string, Colleague>> {
  const secrets = JSON.parse((await readMark(cloud.clients.documents, ACCOUNTS_MARK)) ?? '{}');
  return hallBy(cloud, (username) => String(secrets[username]));
}

async function hallBy(region: TestRegion, secretOf: (username: string) => string) {
  const made = new Map<string, Colleague>();
  for (const username of STAFF) made.set(username, await colleagueIn(region, username, secretOf(username)));
  return made;
}

/** Beforehand, as the runbook says: each colleague gets a further sign-in, to the pool of the second region. */
export async function enrolInSecond(second: ConnectedCloud, hall: ReadonlyMap<string, Colleague>) {
  takeEnvironment(second.endpoint, second.region, second.outputs);
  const { makeKernel } = await import('../../functions/container/kernel.ts');
  const { makeStaffSignIn } = await import('../../functions/container/staff-sign-in.ts');
  const { addLogin } = await import('../../functions/use-cases/people/add-login.ts');
  const adding = { ...makeKernel(), signIn: makeStaffSignIn() };
  const cognito = new CognitoIdentityProviderClient(settingsFor(second.endpoint, second.region));
  const poolId = outputOf(second.outputs, 'StaffPoolId');
  const clientId = outputOf(second.outputs, 'StaffClientId');
  const secrets = new Map<string, string>();
  for (const [username, { personId }] of hall) {
    const login = { username, email: `${username}@example.org`, temporaryPassword: LOCAL_PASSWORD };
    const actor = { kind: 'system', id: 'drill' } as const;
    const now = new Date().toISOString();
    const added = await addLogin(adding, personId, login, actor, `drill/${username}`, now);
    if ('refusal' in added) throw new Error(`${username}: ${added.refusal.kind}`);
    secrets.set(username, await setUpAuthenticator({ poolId, clientId }, username, cognito));
  }
  return () => hallBy(second, (username) => secrets.get(username) ?? '');
}
