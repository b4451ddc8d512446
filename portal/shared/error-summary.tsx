import { useEffect, useRef } from 'react';
import styles from './error-summary.module.css';
import { useSharedWords } from './words.ts';

export interface FieldError {
  /** Id of the control or of the group. */
  readonly id: string;
  readonly text: string;
}

/**
 * What is wrong with the page just sent, on top, in the words that stand beside the fields [U8]. It takes the focus
 * each time the page was sent (`attempt`), so that it is read out even when the list is the same.
 */
export function ErrorSummary({ errors, attempt }: { errors: readonly FieldError[]; attempt: number }) {
  const { say } = useSharedWords();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a second try with the same errors takes the focus again.
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [attempt]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      className={styles.summary}
      role="alert"
      tabIndex={-1}
      aria-labelledby="error-summary-title"
    >
      <h2 id="error-summary-title">{say('errors.title')}</h2>
      <ul>
        {errors.map(({ id, text }) => (
          <li key={`${id}:${text}`}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                goTo(id);
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The first control of a group, or the control itself. */
function goTo(id: string): void {
  const target = document.getElementById(id);
  const control = target?.matches('input, select, textarea, button')
    ? target
    : target?.querySelector('input, select, textarea, button');
  const focused = control instanceof HTMLElement ? control : target;
  focused?.focus();
  target?.scrollIntoView({ block: 'start' });
}
