import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { answerOf, idempotencyKey } from '../../shared/api.ts';
import { problemBehind } from '../../shared/problem.ts';
import { useRefreshCase } from '../queries.ts';
import { api } from '../session.ts';
import type { Proof } from './form-spec.ts';

export interface GivenCommand {
  readonly command: string;
  readonly form: Readonly<Record<string, unknown>>;
  /** The version on the screen when the button was pressed. */
  readonly seen: number;
  /** Proves again who signs, just before. */
  readonly proof?: Proof | undefined;
}

/** Refusals after which the case on the screen is no longer the case there is. */
const CHANGED = ['stale', 'not-in-this-status', 'idempotency-conflict', 'not-open'];

/** Which version each of my own commands made of the one it was given on, by case and version. */
const ownSteps = new Map<string, number>();

/**
 * Gives a command on the version that was on the screen, once however often it is sent, and loads what became of it.
 * Presses in quick succession wait for one another: what only I changed since is no news to me, and not `stale`.
 */
export function useGive(caseId: string) {
  const refresh = useRefreshCase();
  const key = useRef<string>(undefined);
  return useMutation({
    scope: { id: `case/${caseId}` },
    mutationFn: async ({ command, form, seen, proof }: GivenCommand) => {
      if (typeof proof === 'object') await answerOf(api().POST('/staff/me/reauthenticate', { body: proof }));
      key.current ??= idempotencyKey();
      const seenVersion = withOwnSteps(caseId, seen);
      const { version } = await answerOf(
        api().POST('/staff/cases/{caseId}/commands/{command}', {
          params: { path: { caseId, command }, header: { 'Idempotency-Key': key.current } },
          body: { ...form, seenVersion },
        }),
      );
      // More than one on: somebody else's change lies between, and that is news.
      if (version === seenVersion + 1) ownSteps.set(`${caseId}/${seenVersion}`, version);
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

/** The version my own commands made of the one I saw. */
function withOwnSteps(caseId: string, seen: number): number {
  const next = ownSteps.get(`${caseId}/${seen}`);
  return next === undefined ? seen : withOwnSteps(caseId, next);
}
