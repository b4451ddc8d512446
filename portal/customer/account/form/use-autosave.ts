import { useCallback, useEffect, useRef, useState } from 'react';
import type { OwnCase, SentAnswers } from '../../../shared/api-types.ts';
import { dropPending, keepPending } from '../pending.ts';
import { useDraft } from '../use-draft.ts';

/** Saved so long after the last key: rarely enough for the server, soon enough for a tab that is closed. */
const QUIET_MILLISECONDS = 1200;

export type SaveStateNow =
  | { readonly is: 'untouched' | 'typing' | 'failed' }
  | { readonly is: 'saved'; readonly at: string };

/** Saves what is typed on one page of the form; until it is saved this device keeps it. */
export function useAutosave(own: OwnCase, pageId: string) {
  const save = useDraft(own);
  const [state, setState] = useState<SaveStateNow>({ is: 'untouched' });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsaved = useRef<SentAnswers>(undefined);

  const now = useCallback(
    async (answers: SentAnswers) => {
      clearTimeout(timer.current);
      if (Object.keys(answers).length === 0) return;
      try {
        await save(answers);
        if (unsaved.current === answers) unsaved.current = undefined;
        if (unsaved.current === undefined) await dropPending(own.caseId, pageId);
        setState({ is: 'saved', at: new Date().toISOString() });
      } catch (error) {
        setState({ is: 'failed' });
        throw error;
      }
    },
    [save, own.caseId, pageId],
  );

  // Saved under way by whatever function is current when the timer ends.
  const latest = useRef(now);
  latest.current = now;
  const flush = useCallback(() => {
    if (unsaved.current !== undefined) latest.current(unsaved.current).catch(() => undefined);
  }, []);

  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && flush();
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      clearTimeout(timer.current);
      flush();
    };
  }, [flush]);

  const typed = (answers: SentAnswers) => {
    unsaved.current = answers;
    setState({ is: 'typing' });
    keepPending(own.caseId, pageId, answers);
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, QUIET_MILLISECONDS);
  };
  return { state, typed, now };
}
