import type { ReactNode } from 'react';
import styles from './summary-list.module.css';

export interface SummaryRow {
  readonly key: string;
  readonly term: string;
  readonly value: ReactNode;
  /** A link or button at the end of the line. */
  readonly act?: ReactNode;
}

/** Terms and what they are, a line each. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className={styles.list}>
      {rows.map(({ key, term, value, act }) => (
        <div key={key} className={styles.row}>
          <dt>{term}</dt>
          <dd>{value}</dd>
          {act === undefined ? null : <dd className={styles.act}>{act}</dd>}
        </div>
      ))}
    </dl>
  );
}
