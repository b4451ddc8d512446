import { Component, type ReactNode } from 'react';
import { NavLink } from 'react-router';
import { Help, Main, Masthead } from '../shared/masthead.tsx';
import { ProblemPage } from '../shared/problem-view.tsx';
import { Duty } from './duty.tsx';
import { api, session, useSession } from './session.ts';
import { useWords } from './words.ts';
import './staff.css';

/** What every page has around it. */
export function Frame({ children }: { children: ReactNode }) {
  const { say } = useWords();
  const signedIn = useSession() !== undefined;
  return (
    <>
      <Masthead
        name={say('portal')}
        links={
          signedIn ? (
            <>
              <NavLink to="/queues/mine">{say('nav.desk')}</NavLink>
              <NavLink to="/search">{say('nav.search')}</NavLink>
              <SignOut />
            </>
          ) : null
        }
      />
      {signedIn ? <Duty /> : null}
      <Main>
        <Guard>{children}</Guard>
      </Main>
      <Help />
    </>
  );
}

function SignOut() {
  const { say } = useWords();
  const leave = async () => {
    // Signed out here even if the line is down; the token ends by itself within minutes.
    await api()
      .POST('/staff/me/sign-out')
      .catch(() => undefined);
    session.set(undefined);
    // A new page, so that nothing of the last colleague stays in this one's memory.
    window.location.replace('/desk/sign-in');
  };
  return (
    <button type="button" onClick={leave}>
      {say('nav.sign-out')}
    </button>
  );
}

/** A fault in a page leaves the frame standing. */
class Guard extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return <ProblemPage error={error} again={() => this.setState({ error: undefined })} />;
  }
}
