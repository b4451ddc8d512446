import { QueryClientProvider } from '@tanstack/react-query';
import { lazy } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { ApiProblem, problemFromStatus } from '../../shared/problem.ts';
import { ProblemPage } from '../../shared/problem-view.tsx';
import { useSession } from '../session.ts';
import { CasePage } from './case-page.tsx';
import { CasesPage } from './cases-page.tsx';
import { queries } from './queries.ts';
import { StartPage } from './start-page.tsx';
import { WithdrawPage } from './withdraw-page.tsx';

const ReadersPage = lazy(async () => ({ default: (await import('./readers-page.tsx')).ReadersPage }));
const ReceiptPage = lazy(async () => ({ default: (await import('./receipt-page.tsx')).ReceiptPage }));
const FormPage = lazy(async () => ({ default: (await import('./form/form-page.tsx')).FormPage }));
const DocumentsPage = lazy(async () => ({
  default: (await import('./form/documents-page.tsx')).DocumentsPage,
}));
const CheckPage = lazy(async () => ({ default: (await import('./form/check-page.tsx')).CheckPage }));
const AnswerPage = lazy(async () => ({ default: (await import('./form/answer-page.tsx')).AnswerPage }));

/** The pages of one's own cases. Whoever is not signed in signs in first and comes back to the same address. */
export function CasePages() {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session === undefined) {
    return <Navigate to={`/sign-in?${new URLSearchParams({ to: `${pathname}${search}` })}`} replace />;
  }
  return (
    <QueryClientProvider client={queries}>
      <Routes>
        <Route index element={<CasesPage />} />
        <Route path="start/:serviceId" element={<StartPage />} />
        <Route path=":caseId" element={<CasePage />} />
        <Route path=":caseId/form/:pageId" element={<FormPage />} />
        <Route path=":caseId/documents" element={<DocumentsPage />} />
        <Route path=":caseId/check" element={<CheckPage />} />
        <Route path=":caseId/receipt" element={<ReceiptPage />} />
        <Route path=":caseId/answer" element={<AnswerPage />} />
        <Route path=":caseId/withdraw" element={<WithdrawPage />} />
        <Route path=":caseId/readers" element={<ReadersPage />} />
        <Route path="*" element={<ProblemPage error={new ApiProblem(problemFromStatus(404, ''))} />} />
      </Routes>
    </QueryClientProvider>
  );
}
