import { useEffect, useState } from 'react';
import type { paths } from './api.gen.ts';
import { answerOf } from './api.ts';
import { instantInWords } from './dates.ts';
import { Panel } from './panel.tsx';
import { useSharedWords } from './words.ts';

type Status = paths['/public/status']['get']['responses']['200']['content']['application/json'];
type Ask = () => Promise<{ data?: Status; error?: unknown; response: Response }>;

const ASKED_EACH_MILLISECONDS = 60_000;
const TOLD = ['pages', 'sign-in', 'messages', 'documents', 'progress'] as const;

/**
 * What is late now, on every page, and gone when it is over. Not knowing shows nothing: a page that cannot ask has
 * trouble of its own and says so. [2.3.1]
 */
export function StatusBanner({ ask }: { ask: Ask }) {
  const { say, language } = useSharedWords();
  const late = useLate(ask);
  const told = late.flatMap(({ part, since }) => {
    const known = TOLD.find((one) => one === part);
    return known === undefined ? [] : [{ part: known, since }];
  });
  if (told.length === 0) return null;
  return (
    <Panel tone="yours" title={say('late.title')} live>
      <ul>
        {told.map(({ part, since }) => (
          <li key={part}>
            {say(`late.${part}`)}{' '}
            {since === undefined
              ? null
              : `(${say('late.since', { since: instantInWords(since, language) })})`}
          </li>
        ))}
      </ul>
      <p>{say('late.kept')}</p>
    </Panel>
  );
}

function useLate(ask: Ask): Status['late'] {
  const [late, setLate] = useState<Status['late']>([]);
  useEffect(() => {
    let left = false;
    const look = () => {
      if (document.visibilityState === 'hidden') return;
      answerOf(ask()).then(
        (status) => left || setLate(status.late),
        () => undefined,
      );
    };
    look();
    const timer = setInterval(look, ASKED_EACH_MILLISECONDS);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [ask]);
  return late;
}
