import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { answerOf } from '../../shared/api.ts';
import type { OwnCase, SentAnswers } from '../../shared/api-types.ts';
import { ApiProblem, isKind, problemFromStatus } from '../../shared/problem.ts';
import { atSignOut } from '../forget.ts';
import { api } from '../session.ts';
import { useAccountWords } from '../words.ts';
import { type Draft, type DraftSaver, makeDraftSaver } from './draft-saver.ts';
import { caseQuery } from './queries.ts';

/** A draft nobody has saved yet. */
const EMPTY: Draft = { revision: 0, answers: {} };

/** Characters; each takes three bytes at most where it is Chinese. */
const MOST_KEPT_ALIVE = 20_000;

/** One saver a case, so that a save under way is not overtaken by the next page's. */
const savers = new Map<string, DraftSaver>();

atSignOut(async () => savers.clear());

/** The way to save answers of this draft; what other pages show follows at once. */
export function useDraft(own: OwnCase): (changes: SentAnswers) => Promise<void> {
  const client = useQueryClient();
  const { language } = useAccountWords();
  const { caseId, draft } = own;
  return useCallback(
    async (changes: SentAnswers) => {
      const told = draft ?? EMPTY;
      const saver = savers.get(caseId) ?? makeDraftSaver(serverOf(caseId), told);
      savers.set(caseId, saver);
      saver.adopt(told);
      const saved = await saver.save(changes);
      client.setQueryData(caseQuery(caseId, language).queryKey, (known) =>
        known === undefined ? known : { ...known, draft: { ...known.draft, ...saved } },
      );
    },
    [caseId, draft, language, client],
  );
}

function serverOf(caseId: string) {
  const params = { path: { caseId } };
  return {
    put: ({ revision, answers }: Draft) => {
      const body = { revision: revision + 1, answers };
      // A page that goes away still sends what it was about to; browsers allow that up to 64 KB.
      const keepalive = JSON.stringify(body).length < MOST_KEPT_ALIVE;
      return answerOf(api().PUT('/me/cases/{caseId}/draft', { params, body, keepalive }));
    },
    load: async (): Promise<Draft> => {
      const { status, draft = EMPTY } = await answerOf(api().GET('/me/cases/{caseId}', { params }));
      // Handed in from another device meanwhile: there is nothing to save on top of.
      if (status !== 'draft') throw new ApiProblem(problemFromStatus(409, ''));
      return draft;
    },
    isConflict: (error: unknown) => isKind(error, 'draft-changed-meanwhile') || isKind(error, 'stale'),
  };
}
