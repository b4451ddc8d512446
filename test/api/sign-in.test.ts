import { expect, test } from 'vitest';
import { signInRoutes } from '../../functions/api/sign-in/routes.ts';
import type { CustomerSignIn } from '../../functions/ports/sign-in.ts';
import { makeGateway } from '../support/api/gateway.ts';
import { MemoryTransient, memoryBlindIndex } from '../support/api/memory-ports.ts';
import { operationNamed } from '../support/api/scenes.ts';

/** As Cognito's: an answer uses its session up, and a wrong one is given the next. */
function givenPool(right: string): CustomerSignIn {
  let sessions = 1;
  return {
    start: async () => ({ session: `session-${sessions}` }),
    answer: async ({ session, code }) => {
      if (session !== `session-${sessions}`) return { signedIn: false, refusal: { kind: 'code-expired' } };
      sessions += 1;
      if (code !== right)
        return { signedIn: false, refusal: { kind: 'wrong-code' }, session: `session-${sessions}` };
      const tokens = { accessToken: 'access', refreshToken: 'refresh', expiresAt: '2026-03-02T01:15:00Z' };
      return { signedIn: true, tokens };
    },
    refresh: async () => undefined,
    signOut: async () => {},
  };
}

test('[R31] [U8] whoever mistyped a code is told with what to try again, and gets in with the right one', async () => {
  const routes = signInRoutes({
    signIn: givenPool('123456'),
    rateLimits: new MemoryTransient(),
    blindIndex: memoryBlindIndex,
  });
  const call = makeGateway({ 'sign-in': routes }, () => '2026-03-02T01:00:00Z');
  const started = await call(operationNamed('startSignIn'), {
    body: { contact: 'li@example.org', idTail: '1234', language: 'en' },
  });
  const answer = (session: string, code: string) =>
    call(operationNamed('answerSignIn'), { body: { loginId: 'login', session, code } });
  const wrong = await answer(started.body.session, '000000');
  expect(wrong).toMatchObject({ status: 401, body: { kind: 'wrong-code', session: 'session-2' } });
  expect((await answer(started.body.session, '123456')).body.kind).toBe('code-expired');
  expect(await answer(wrong.body.session, '123456')).toMatchObject({ status: 200 });
});
