import type { ReactNode } from 'react';
import type { OwnCase, PublicService } from '../../shared/api-types.ts';
import { ProblemPage } from '../../shared/problem-view.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { useCase } from './queries.ts';

export interface CaseAndService {
  readonly own: OwnCase;
  readonly service: PublicService;
}

/** Draws its children once the case in the address and its service are there. */
export function WithCase({ children }: { children: (known: CaseAndService) => ReactNode }) {
  const { found, service } = useCase();
  // An answer at hand stays on the page while a newer one cannot be had.
  if (found.data !== undefined && service.data !== undefined) {
    return children({ own: found.data, service: service.data });
  }
  const error = found.error ?? service.error;
  if (error === null) return <Waiting />;
  return (
    <ProblemPage
      error={error}
      again={() => {
        found.refetch();
        if (found.data !== undefined) service.refetch();
      }}
    />
  );
}
