import { hash } from 'node:crypto';
import { GetExecutionHistoryCommand, SFNClient } from '@aws-sdk/client-sfn';
import { TOTP } from 'otpauth';
import type { CaseState } from '../../../functions/domain/case/state.ts';
import { settingsFor } from '../../../local/aws.ts';
import { readMark } from '../../../local/marks.ts';
import { LOCAL_PASSWORD } from '../../../local/seed/colleagues.ts';
import { ACCOUNTS_MARK } from '../../../local/seed/steps.ts';
import { call, expectOk, newKey, PDF } from './api-calls.ts';
import { cloud } from './cloud.ts';
import { eventually } from './connect.ts';

async function codeSentTo(contact: string, before: number): Promise<string> {
  return eventually(`a code to ${contact}`, async () => {
    const sent = await cloud.sentTo(contact);
    const codes = sent.flatMap((one) => /(?<!\d)\d{6}(?!\d)/.exec(String(one.text))?.[0] ?? []);
    return codes.length > before ? codes.at(-1) : undefined;
  });
}

export function journeyBench() {
  return {
    async customer(contact: string, idTail: string) {
      const before = (await cloud.sentTo(contact)).filter((one) =>
        /(?<!\d)\d{6}(?!\d)/.test(String(one.text)),
      ).length;
      const started = await expectOk(
        call('POST', '/public/sign-in', undefined, { contact, idTail, language: 'zh-Hant' }),
        'sign-in',
      );
      const code = await codeSentTo(contact, before);
      const { loginId, session } = started;
      const { accessToken } = await expectOk(
        call('POST', '/public/sign-in/answer', undefined, { loginId, session, code }),
        'code',
      );
      return customerOf(accessToken);
    },
    staff,
    staffWith: signInWith,
    async staffOf({ state }: { state: CaseState }) {
      const wanted = state.status === 'in-review' ? state.reviewer?.personId : undefined;
      for (const name of ['reviewer', 'reviewer2', 'everything']) {
        const colleague = await staff(name);
        if ((await expectOk(call('GET', '/staff/me', colleague.token), 'me')).personId === wanted)
          return colleague;
      }
      throw new Error('nobody is that reviewer');
    },
    mail: (address: string, words: RegExp) =>
      eventually(`a mail to ${address} with ${words}`, async () => {
        const sent = await cloud.sentTo(address);
        return sent.find(({ text, subject }) => words.test(`${subject ?? ''}\n${text}`));
      }),
    /** State transitions of the case's first execution, as AWS counts them: every state entered. */
    async transitions(caseId: string) {
      const sfn = new SFNClient(settingsFor(cloud.endpoint, cloud.region));
      const executionArn = `${cloud.output('CaseStateMachineArn').replace(':stateMachine:', ':execution:')}:${caseId}-1`;
      const { events = [] } = await sfn.send(
        new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }),
      );
      return events.filter(({ type }) => type?.endsWith('StateEntered')).length;
    },
  };
}

function customerOf(token: string) {
  const read = (caseId: string) => expectOk(call('GET', `/me/cases/${caseId}`, token), 'own case');
  return {
    token,
    read,
    begin: async (serviceId: string): Promise<string> =>
      (await expectOk(call('POST', '/me/cases', token, { serviceId }, newKey()), 'begin')).caseId,
    saveDraft: (caseId: string, revision: number, answers: unknown) =>
      expectOk(call('PUT', `/me/cases/${caseId}/draft`, token, { revision, answers }), 'draft'),
    async upload(caseId: string, documentId: string, content = PDF, mediaType = 'application/pdf') {
      const sha256 = hash('sha256', content);
      const file = { documentId, fileName: '掃描.pdf', bytes: Buffer.byteLength(content), mediaType, sha256 };
      const offer = await expectOk(call('POST', `/me/cases/${caseId}/documents`, token, file), 'offer');
      const form = new FormData();
      for (const [name, value] of Object.entries<string>(offer.fields)) form.append(name, value);
      form.append('file', new Blob([content], { type: mediaType }), 'file');
      const uploaded = await fetch(offer.url, { method: 'POST', body: form });
      if (!uploaded.ok) throw new Error(`upload: ${uploaded.status} ${await uploaded.text()}`);
      await expectOk(call('POST', `/me/cases/${caseId}/documents/${offer.fileId}/confirm`, token), 'confirm');
      return offer.fileId;
    },
    clean: (caseId: string) =>
      eventually('inspection', async () => {
        const { documents } = await read(caseId);
        return documents.every((one: { state: string }) => one.state !== 'checking') ? documents : undefined;
      }),
    async command(caseId: string, command: string, form: Record<string, unknown>) {
      const { version } = await read(caseId);
      return expectOk(
        call(
          'POST',
          `/me/cases/${caseId}/commands/${command}`,
          token,
          { seenVersion: version, ...form },
          newKey(),
        ),
        command,
      );
    },
  };
}

const signedIn = new Map<string, Promise<ReturnType<typeof colleagueOf>>>();

function staff(username: string) {
  const known = signedIn.get(username) ?? signIn(username);
  signedIn.set(username, known);
  // Who could not be signed in may try again; everybody after them would be given the same failure.
  known.catch(() => signedIn.delete(username));
  return known;
}

async function signIn(username: string) {
  const secrets: Record<string, string> = JSON.parse(
    (await readMark(cloud.clients.documents, ACCOUNTS_MARK)) ?? '{}',
  );
  return signInWith(username, secrets[username] ?? '');
}

async function signInWith(username: string, secret: string) {
  const password = LOCAL_PASSWORD;
  const { session, challenge } = await expectOk(
    call('POST', '/public/staff-sign-in', undefined, { username, password }),
    'password',
  );
  const response = new TOTP({ secret }).generate();
  const { tokens } = await expectOk(
    call('POST', '/public/staff-sign-in/answer', undefined, { username, session, challenge, response }),
    'otp',
  );
  return colleagueOf(tokens.accessToken, secret);
}

function colleagueOf(token: string, secret: string) {
  const read = (caseId: string) => expectOk(call('GET', `/staff/cases/${caseId}`, token), 'case');
  return {
    token,
    read,
    until: (caseId: string, holds: (one: { state: CaseState }) => boolean) =>
      eventually('the case to move on', async () => {
        const one = await read(caseId);
        return holds(one) ? one : undefined;
      }),
    async command(caseId: string, command: string, form: Record<string, unknown>) {
      const { version } = await read(caseId);
      return expectOk(
        call(
          'POST',
          `/staff/cases/${caseId}/commands/${command}`,
          token,
          { seenVersion: version, ...form },
          newKey(),
        ),
        command,
      );
    },
    proveAgain: () =>
      expectOk(
        call('POST', '/staff/me/reauthenticate', token, {
          password: LOCAL_PASSWORD,
          code: new TOTP({ secret }).generate(),
        }),
        'prove again',
      ),
  };
}
