import styles from './waiting.module.css';
import { useSharedWords } from './words.ts';

export function Waiting() {
  const { say } = useSharedWords();
  return (
    <p className={styles.waiting} role="status">
      {say('waiting')}
    </p>
  );
}
