import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import { PageAt, Redirect, usePlace } from '../shared/navigation.tsx';
import { ApiProblem, problemFromStatus } from '../shared/problem.ts';
import { ProblemPage } from '../shared/problem-view.tsx';
import { Waiting } from '../shared/waiting.tsx';
import { DeskPage } from './desk/desk-page.tsx';
import { SearchPage } from './desk/search-page.tsx';
import { Frame } from './frame.tsx';
import { queries } from './queries.ts';
import { useSession } from './session.ts';

const SignInPage = lazy(async () => ({ default: (await import('./sign-in/sign-in-page.tsx')).SignInPage }));
const ReturnPage = lazy(async () => ({ default: (await import('./sign-in/return-page.tsx')).ReturnPage }));
const OperationsPage = lazy(async () => ({
  default: (await import('./operations/operations-page.tsx')).OperationsPage,
}));
const CasePage = lazy(async () => ({ default: (await import('./case/case-page.tsx')).CasePage }));

const ArchivePage = lazy(async () => ({ default: (await import('./archive/archive-page.tsx')).ArchivePage }));
const ListPage = lazy(async () => ({ default: (await import('./archive/list-page.tsx')).ListPage }));
const PapersPage = lazy(async () => ({ default: (await import('./archive/papers-page.tsx')).PapersPage }));

const signedIn = (page: ReactNode) => <SignedIn page={page} />;

const PAGES = [
  ['/sign-in', <SignInPage key="sign-in" />],
  ['/sign-in/return', <ReturnPage key="return" />],
  ['/', <Redirect key="first" to="/queues/mine" />],
  ['/queues/:queue', signedIn(<DeskPage />)],
  ['/search', signedIn(<SearchPage />)],
  ['/cases/:caseId', signedIn(<CasePage />)],
  ['/archive', signedIn(<ArchivePage />)],
  ['/archive/lists/:listId', signedIn(<ListPage />)],
  ['/archive/cases/:caseId', signedIn(<PapersPage />)],
  ['/operations/*?', signedIn(<OperationsPage />)],
] as const;

export function Pages() {
  return (
    <QueryClientProvider client={queries}>
      <Frame>
        <Suspense fallback={<Waiting />}>
          <PageAt pages={PAGES} none={<ProblemPage error={new ApiProblem(problemFromStatus(404, ''))} />} />
        </Suspense>
      </Frame>
    </QueryClientProvider>
  );
}

/** Whoever is not signed in signs in first and comes back to the same address. */
function SignedIn({ page }: { page: ReactNode }) {
  const session = useSession();
  const { pathname, search } = usePlace();
  if (session !== undefined) return page;
  return <Redirect to={`/sign-in?${new URLSearchParams({ to: `${pathname}${search}` })}`} />;
}
