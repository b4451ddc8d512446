import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './tag.module.css';

/** At most six states, told in words; the tint only repeats them. */
export type TagTone = 'plain' | 'quiet' | 'yours' | 'running' | 'done' | 'wrong';

export function Tag({ tone = 'plain', children }: { tone?: TagTone; children: ReactNode }) {
  return <span className={classNames(styles.tag, styles[tone])}>{children}</span>;
}
