import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
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

export function Pages() {
  return (
    <QueryClientProvider client={queries}>
      <Frame>
        <Suspense fallback={<Waiting />}>
          <Routes>
            <Route path="/sign-in" element={<SignInPage />} />
            <Route path="/sign-in/return" element={<ReturnPage />} />
            <Route path="/" element={<Navigate to="/queues/mine" replace />} />
            <Route path="/queues/:queue" element={<SignedIn page={<DeskPage />} />} />
            <Route path="/search" element={<SignedIn page={<SearchPage />} />} />
            <Route path="/cases/:caseId" element={<SignedIn page={<CasePage />} />} />
            <Route path="/archive" element={<SignedIn page={<ArchivePage />} />} />
            <Route path="/archive/lists/:listId" element={<SignedIn page={<ListPage />} />} />
            <Route path="/archive/cases/:caseId" element={<SignedIn page={<PapersPage />} />} />
            <Route path="/operations/*" element={<SignedIn page={<OperationsPage />} />} />
            <Route path="*" element={<ProblemPage error={new ApiProblem(problemFromStatus(404, ''))} />} />
          </Routes>
        </Suspense>
      </Frame>
    </QueryClientProvider>
  );
}

/** Whoever is not signed in signs in first and comes back to the same address. */
function SignedIn({ page }: { page: ReactNode }) {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session !== undefined) return page;
  return <Navigate to={`/sign-in?${new URLSearchParams({ to: `${pathname}${search}` })}`} replace />;
}
