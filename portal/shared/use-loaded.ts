import { useCallback, useEffect, useState } from 'react';

export type Loaded<Answer> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown; readonly again: () => void }
  | { readonly state: 'loaded'; readonly answer: Answer };

/**
 * Loads what a page shows once per `key`. For the open pages only: those behind the sign-in share answers through
 * TanStack Query, which the first page cannot afford.
 */
export function useLoaded<Answer>(key: string, load: () => Promise<Answer>): Loaded<Answer> {
  const [found, setFound] = useState<{ key: string; loaded: Loaded<Answer> }>();
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((last) => last + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `load` is new at each drawing; `key` says when it differs.
  useEffect(() => {
    let left = false;
    const show = (loaded: Loaded<Answer>) => {
      if (!left) setFound({ key, loaded });
    };
    load().then(
      (answer) => show({ state: 'loaded', answer }),
      (error: unknown) => show({ state: 'failed', error, again }),
    );
    return () => {
      left = true;
    };
  }, [key, turn]);
  return found?.key === key ? found.loaded : { state: 'loading' };
}
