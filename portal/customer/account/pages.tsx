import { QueryClientProvider } from '@tanstack/react-query';
import { lazy } from 'react';
import { PageAt, Redirect, usePlace } from '../../shared/navigation.tsx';
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

const PAGES = [
  ['/cases', <CasesPage key="cases" />],
  ['/cases/start/:serviceId', <StartPage key="start" />],
  ['/cases/:caseId', <CasePage key="case" />],
  ['/cases/:caseId/form/:pageId', <FormPage key="form" />],
  ['/cases/:caseId/documents', <DocumentsPage key="documents" />],
  ['/cases/:caseId/check', <CheckPage key="check" />],
  ['/cases/:caseId/receipt', <ReceiptPage key="receipt" />],
  ['/cases/:caseId/answer', <AnswerPage key="answer" />],
  ['/cases/:caseId/withdraw', <WithdrawPage key="withdraw" />],
  ['/cases/:caseId/readers', <ReadersPage key="readers" />],
] as const;

/** The pages of one's own cases. Whoever is not signed in signs in first and comes back to the same address. */
export function CasePages() {
  const session = useSession();
  const { pathname, search } = usePlace();
  if (session === undefined) {
    return <Redirect to={`/sign-in?${new URLSearchParams({ to: `${pathname}${search}` })}`} />;
  }
  return (
    <QueryClientProvider client={queries}>
      <PageAt pages={PAGES} none={<ProblemPage error={new ApiProblem(problemFromStatus(404, ''))} />} />
    </QueryClientProvider>
  );
}
