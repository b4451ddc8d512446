import { useEffect, useLayoutEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { config } from './config.ts';
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
  const { key } = useLocation();
  const how = useNavigationType();
  const hall = pick(config().hall.name);
  useEffect(() => {
    document.title = `${wrong ? say('errors.in-title', { title }) : title} – ${hall}`;
  }, [title, wrong, hall, say]);
  useLayoutEffect(() => {
    // The first page keeps the browser's own focus: nobody has moved yet.
    if (key === 'default' && !focus) return;
    if (how !== NavigationType.Pop) window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [key, how, focus]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  );
}
