import type { ReactNode } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Link } from './navigation.tsx';

export type ButtonLook = 'primary' | 'secondary' | 'grave' | 'plain';

interface ButtonProps {
  readonly children: ReactNode;
  readonly look?: ButtonLook;
  readonly type?: 'button' | 'submit';
  /** Pressed already and at work: further presses do nothing. */
  readonly busy?: boolean;
  /** Id of the text that says why it cannot be pressed now; the button stays focusable. */
  readonly closedBecause?: string | undefined;
  readonly onPress?: () => void;
  /** Says what it acts on where its own text does not (`Remove lease.pdf`). */
  readonly label?: string;
}

export function Button(props: ButtonProps) {
  const { children, look = 'primary', type = 'button', busy = false, closedBecause, onPress, label } = props;
  const inert = busy || closedBecause !== undefined;
  return (
    <button
      type={type}
      className={classNames(styles.button, styles[look])}
      aria-disabled={inert}
      aria-describedby={closedBecause}
      aria-label={label}
      onClick={(event) => {
        if (inert) event.preventDefault();
        else onPress?.();
      }}
    >
      {children}
    </button>
  );
}

export function ButtonLink({
  to,
  children,
  look = 'primary',
}: {
  to: string;
  children: ReactNode;
  look?: ButtonLook;
}) {
  return (
    <Link to={to} className={classNames(styles.button, styles[look])}>
      {children}
    </Link>
  );
}
