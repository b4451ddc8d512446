import { useRef, useState } from 'react';

/** Runs an act once at a time: a second press while it runs does nothing; what went wrong is kept to be shown. */
export function useAct<Args extends readonly unknown[]>(run: (...args: Args) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  const running = useRef(false);
  const act = async (...args: Args) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setFailed(undefined);
    try {
      await run(...args);
    } catch (error) {
      setFailed(error);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { act, busy, failed };
}
