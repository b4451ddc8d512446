import type { ReactNode } from 'react';
import { Link } from './navigation.tsx';
import styles from './row-list.module.css';

/** Lines of which each is one link, as in a list of tasks or of cases [U4]. */
export function RowList({ children }: { children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>;
}

interface RowProps {
  /** Where the line leads; a line that cannot be opened yet leads nowhere. */
  readonly to?: string | undefined;
  readonly title: string;
  readonly state?: ReactNode;
  readonly children?: ReactNode;
}

RowList.Row = function Row({ to, title, state, children }: RowProps) {
  return (
    <li className={styles.row}>
      <div className={styles.text}>
        {to === undefined ? (
          <span className={styles.closed}>{title}</span>
        ) : (
          <Link className={styles.link} to={to}>
            {title}
          </Link>
        )}
        {children ? <span className={styles.hint}>{children}</span> : null}
      </div>
      {state === undefined ? null : <div className={styles.state}>{state}</div>}
    </li>
  );
};
