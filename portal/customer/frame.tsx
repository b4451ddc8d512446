import { Component, type ReactNode } from 'react';
import { config } from '../shared/config.ts';
import { Help, Main, Masthead } from '../shared/masthead.tsx';
import { NavLink } from '../shared/navigation.tsx';
import { ProblemPage } from '../shared/problem-view.tsx';
import { StatusBanner } from '../shared/status-banner.tsx';
import { api, useSession } from './session.ts';
import { SignOut } from './sign-out.tsx';
import { useWords } from './words.ts';

const askStatus = () => api().GET('/public/status', {});

/** What every page has around it. */
export function Frame({ children }: { children: ReactNode }) {
  const { say, pick } = useWords();
  const session = useSession();
  return (
    <>
      <Masthead
        name={pick(config().hall.name)}
        links={
          <>
            <NavLink to="/track">{say('nav.track')}</NavLink>
            {session === undefined ? (
              <NavLink to="/sign-in">{say('nav.sign-in')}</NavLink>
            ) : (
              <>
                <NavLink to="/cases" exactly>
                  {say('nav.cases')}
                </NavLink>
                <SignOut />
              </>
            )}
          </>
        }
      />
      <Main>
        <StatusBanner ask={askStatus} />
        <Guard>{children}</Guard>
      </Main>
      <Help />
    </>
  );
}

/** A fault in a page leaves the frame standing: help, language and the way home still work. */
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
