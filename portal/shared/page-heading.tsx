import { useEffect, useLayoutEffect, useRef } from 'react';
import { config } from './config.ts';
import { howCame, usePlace } from './navigation.tsx';
import { useSharedWords } from './words.ts';

/**
 * The one h1 of a page. On each change of page it takes the focus, so that its title is read out and the next Tab goes
 * on from there; the page's title in the browser begins with "Error:" while something is wrong [U8].
 */
export function PageHeading({
  title,
  wrong = false,
  focus = false,
}: {
  title: string;
  wrong?: boolean;
  /** Takes the focus when it appears although the address stayed: the next step of the same page. */
  focus?: boolean;
}) {
  const { say, pick } = useSharedWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname, search } = usePlace();
  const hall = pick(config().hall.name);
  useEffect(() => {
    document.title = `${wrong ? say('errors.in-title', { title }) : title} – ${hall}`;
  }, [title, wrong, hall, say]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each address, page by page, takes the focus again.
  useLayoutEffect(() => {
    // The first page keeps the browser's own focus: nobody has moved yet.
    const came = howCame();
    if (came === 'first' && !focus) return;
    if (came !== 'back') window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [pathname, search, focus]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  );
}
