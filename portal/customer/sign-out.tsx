import { useNavigate } from '../shared/navigation.tsx';
import { forgetEverything } from './forget.ts';
import { api, session } from './session.ts';
import { useWords } from './words.ts';

/** Ends the session on every device's side that counts: the server's, and whatever this device still held. */
export function SignOut() {
  const { say } = useWords();
  const navigate = useNavigate();
  const leave = async () => {
    // Signed out here even if the line is down; the token ends by itself within minutes.
    await api()
      .POST('/me/sign-out')
      .catch(() => undefined);
    session.set(undefined);
    // Answers not yet saved may lie here from before, whether or not the form was opened this time.
    await import('./account/pending.ts').catch(() => undefined);
    await forgetEverything();
    navigate('/');
  };
  return (
    <button type="button" onClick={leave}>
      {say('nav.sign-out')}
    </button>
  );
}
