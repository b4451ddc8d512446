import { TOTP } from 'otpauth';
import { readMark } from '../../../local/marks.ts';
import { LOCAL_PASSWORD } from '../../../local/seed/colleagues.ts';
import { ACCOUNTS_MARK } from '../../../local/seed/steps.ts';
import { type ConnectedCloud, eventually } from '../../integration/support/connect.ts';

type Json = Readonly<Record<string, unknown>>;

/** A colleague who works by the API, so that a customer's page can be looked at after it. */
export async function signInColleague(cloud: ConnectedCloud, username: string) {
  const secrets: Record<string, string> = JSON.parse(
    (await readMark(cloud.clients.documents, ACCOUNTS_MARK)) ?? '{}',
  );
  const call = async (method: string, path: string, body?: Json, headers: Record<string, string> = {}) => {
    const ask = () =>
      fetch(`${cloud.apiUrl}${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'accept-language': 'zh-Hant', ...headers },
        ...(body && { body: JSON.stringify(body) }),
      });
    const first = await ask();
    // The emulator may take a worker away under a call; a client asks again.
    const answer = first.status === 502 ? await ask() : first;
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const { session, challenge } = await call('POST', '/public/staff-sign-in', {
    username,
    password: LOCAL_PASSWORD,
  });
  const response = new TOTP({ secret: secrets[username] ?? '' }).generate();
  const proof = { username, session, challenge, response };
  const { tokens } = await call('POST', '/public/staff-sign-in/answer', proof);
  const signed = { authorization: `Bearer ${tokens.accessToken}` };
  const read = (caseId: string) => call('GET', `/staff/cases/${caseId}`, undefined, signed);
  return {
    tokens,
    until: (caseId: string, holds: (state: { status: string; checked?: boolean }) => boolean) =>
      eventually('the case to move on', async () => {
        const { state } = await read(caseId);
        return holds(state) ? state : undefined;
      }),
    command: async (caseId: string, command: string, form: Json) => {
      const { version } = await read(caseId);
      const key = `browser-${process.pid}-${Date.now()}-${command}`;
      const body = { seenVersion: version, ...form };
      await call('POST', `/staff/cases/${caseId}/commands/${command}`, body, {
        ...signed,
        'idempotency-key': key,
      });
    },
  };
}
