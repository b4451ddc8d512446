import type { ReactNode } from 'react';
import reading from '../../shared/reading.module.css';
import styles from '../desk/case-table.module.css';

export interface Row {
  readonly key: string;
  readonly cells: readonly ReactNode[];
}

/** A table that becomes blocks on a phone, each value under the head of its column. */
export function Rows({
  caption,
  heads,
  rows,
}: {
  caption: string;
  heads: readonly string[];
  rows: readonly Row[];
}) {
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className={reading.hidden}>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {heads.map((head, n) => (
                <td key={head}>
                  <span className={styles.term} aria-hidden="true">
                    {head}
                  </span>
                  <span className={styles.value}>{cells[n]}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
