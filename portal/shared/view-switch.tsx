import { useState } from 'react';
import styles from './masthead.module.css';
import { keepViewMode, keptViewMode } from './view-mode.ts';
import { useSharedWords } from './words.ts';

/** Elder view on and off; remembered on this device. */
export function ViewSwitch() {
  const { say } = useSharedWords();
  const [mode, setMode] = useState(keptViewMode);
  const other = mode === 'elder' ? 'usual' : 'elder';
  return (
    <button
      type="button"
      className={styles.view}
      onClick={() => {
        keepViewMode(other);
        setMode(other);
      }}
    >
      {say(`view.${other}`)}
    </button>
  );
}
