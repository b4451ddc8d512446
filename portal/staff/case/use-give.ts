import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { answerOf, idempotencyKey } from '../../shared/api.ts';
import { problemBehind } from '../../shared/problem.ts';
import { useRefreshCase } from '../queries.ts';
import { api } from '../session.ts';
import type { StaffCase } from '../staff-types.ts';

export interface GivenCommand {
  readonly command: string;
  readonly form: Readonly<Record<string, unknown>>;
  /** Proves again who signs, just before. */
  readonly proof?: { readonly password: string; readonly code: string } | undefined;
}

/** Refusals after which the case on the screen is no longer the case there is. */
const CHANGED = ['stale', 'not-in-this-status', 'idempotency-conflict', 'not-open'];

/** Gives a command on the version that is on the screen, once however often it is sent, and loads what became of it. */
export function useGive({ caseId, version }: Pick<StaffCase, 'caseId' | 'version'>) {
  const refresh = useRefreshCase();
  const key = useRef<string>(undefined);
  return useMutation({
    mutationFn: async ({ command, form, proof }: GivenCommand) => {
      if (proof !== undefined) await answerOf(api().POST('/staff/me/reauthenticate', { body: proof }));
      key.current ??= idempotencyKey();
      return answerOf(
        api().POST('/staff/cases/{caseId}/commands/{command}', {
          params: { path: { caseId, command }, header: { 'Idempotency-Key': key.current } },
          body: { ...form, seenVersion: version },
        }),
      );
    },
    onSuccess: async () => {
      key.current = undefined;
      await refresh(caseId);
    },
    onError: async (error) => {
      const { status, kind } = problemBehind(error);
      // A line that broke may have carried the command: the same key finds out.
      if (status >= 400 && status < 500) key.current = undefined;
      if (CHANGED.includes(kind)) await refresh(caseId);
    },
  });
}
