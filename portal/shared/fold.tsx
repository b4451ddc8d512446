import type { ReactNode } from 'react';
import styles from './fold.module.css';

/** More for those who want it: native, so that find-in-page and readers know it. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={styles.fold}>
      <summary>
        <span>{title}</span>
      </summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}
