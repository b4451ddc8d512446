import { answerOf } from '../../shared/api.ts';
import { ApiProblem, problemFromStatus } from '../../shared/problem.ts';
import { api, session } from '../session.ts';
import { takeLeft } from './left.ts';
import { noteProved } from './proved.ts';

/** What the provider sent back with. It leaves the address at once, so that no code stays in the browser's history. */
export function takeReturned(): URLSearchParams {
  const { pathname, search } = window.location;
  window.history.replaceState(window.history.state, '', pathname);
  return new URLSearchParams(search);
}

/** Signs in, or proves again who signs, with the code that came back, for the tab that left; answers where to go on. */
export async function finishReturn(returned: URLSearchParams): Promise<string> {
  const left = takeLeft();
  const [code, state, refused] = ['code', 'state', 'error'].map((name) => returned.get(name));
  if (refused) throw problemOf(refused === 'access_denied' ? 'sign-in-cancelled' : 'sign-in-refused');
  if (left === undefined || !code || !state) throw problemOf('sign-in-not-begun');
  const body = { session: left.session, state, code };
  if (left.why === 'proof') {
    noteProved(
      (await answerOf(api().POST('/staff/me/reauthenticate/provider/answer', { body }))).provedUntil,
    );
    return left.to;
  }
  const step = await answerOf(api().POST('/public/staff-sign-in/provider/answer', { body }));
  if (step.step !== 'signed-in') throw problemOf('sign-in-refused');
  session.set(step.tokens);
  try {
    // Whom the provider knows need not be a colleague of this hall.
    await answerOf(api().GET('/staff/me'));
  } catch (error) {
    session.set(undefined);
    throw error;
  }
  return left.to;
}

function problemOf(kind: string): ApiProblem {
  return new ApiProblem({ ...problemFromStatus(403, ''), kind });
}
