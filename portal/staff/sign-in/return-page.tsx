import { useQuery } from '@tanstack/react-query';
import { Redirect, useNavigate } from '../../shared/navigation.tsx';
import { ProblemPage } from '../../shared/problem-view.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { session } from '../session.ts';
import { finishReturn, takeReturned } from './finish-return.ts';

/** A code is good once: it is taken when this file is loaded, which the way back from the provider does once. */
const returned = takeReturned();

/** Where the provider sends colleagues back to; it goes on to where they wanted, or says why not. */
export function ReturnPage() {
  const navigate = useNavigate();
  const { data: to, error } = useQuery({
    queryKey: ['returned'],
    queryFn: () => finishReturn(returned),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (error !== null)
    return (
      <ProblemPage
        error={error}
        again={() => navigate(session.get() ? '/' : '/sign-in', { replace: true })}
      />
    );
  return to === undefined ? <Waiting /> : <Redirect to={to} />;
}
