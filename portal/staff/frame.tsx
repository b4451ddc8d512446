import { Component, type ReactNode } from 'react';
import { Help, Main, Masthead } from '../shared/masthead.tsx';
import { NavLink } from '../shared/navigation.tsx';
import { ProblemPage } from '../shared/problem-view.tsx';
import { StatusBanner } from '../shared/status-banner.tsx';
import { Duty } from './duty.tsx';
import { useMe } from './queries.ts';
import { api, session, useSession } from './session.ts';
import { useWords } from './words.ts';
import './staff.css';

const ARCHIVE_ROLES: readonly string[] = ['archivist', 'back-office', 'supervisor', 'approver'];
const askStatus = () => api().GET('/public/status', {});

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
              <ArchiveLink />
              <NavLink to="/operations/health">{say('nav.operations')}</NavLink>
              <SignOut />
            </>
          ) : null
        }
      />
      {signedIn ? <Duty /> : null}
      <Main>
        <StatusBanner ask={askStatus} />
        <Guard>{children}</Guard>
      </Main>
      <Help />
    </>
  );
}

/** For those who have a part in keeping and destroying papers. */
function ArchiveLink() {
  const { say } = useWords();
  const { data: me } = useMe();
  const has = me?.roles.some((role) => ARCHIVE_ROLES.includes(role)) ?? false;
  return has ? <NavLink to="/archive">{say('nav.archive')}</NavLink> : null;
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
