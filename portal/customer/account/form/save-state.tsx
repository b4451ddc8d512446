import { timeInWords } from '../../../shared/dates.ts';
import { useAccountWords } from '../../words.ts';
import styles from './form.module.css';
import type { SaveStateNow } from './use-autosave.ts';

/** Where the answers are now; said beside the button and not read out at every key. */
export function SaveState({ state }: { state: SaveStateNow }) {
  const { say } = useAccountWords();
  return (
    <p className={styles.saved}>
      {state.is === 'saved' ? say('save.saved', { time: timeInWords(state.at) }) : say(`save.${state.is}`)}
    </p>
  );
}
