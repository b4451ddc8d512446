import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './panel.module.css';

export type PanelTone = 'plain' | 'quiet' | 'yours' | 'done' | 'wrong';

interface PanelProps {
  readonly tone?: PanelTone;
  readonly title?: string;
  /** Read out when it appears; for what happened, not for what stands there. */
  readonly live?: boolean;
  readonly children?: ReactNode;
}

/** Something set apart from the text: whose turn it is, what was done, what to watch. */
export function Panel({ tone = 'plain', title, live = false, children }: PanelProps) {
  return (
    <section className={classNames(styles.panel, styles[tone])} role={live ? 'status' : undefined}>
      {title === undefined ? null : <h2>{title}</h2>}
      {children}
    </section>
  );
}
