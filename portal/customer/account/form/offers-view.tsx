import { Button } from '../../../shared/button.tsx';
import { useAccountWords } from '../../words.ts';
import styles from './form.module.css';

/** What was given before, to be taken by one press instead of typed again [U6]. */
export function Offers({
  field,
  offers,
  onTake,
}: {
  field: string;
  offers: readonly string[];
  onTake: (value: string) => void;
}) {
  const { say } = useAccountWords();
  if (offers.length === 0) return null;
  const take = (value: string) => {
    onTake(value);
    // The button goes away: what it filled in is where the reader goes on.
    document.getElementById(field)?.focus();
  };
  return (
    <div className={styles.offers}>
      {offers.map((value) => (
        <Button key={value} look="plain" onPress={() => take(value)}>
          {say('answer.take', { value })}
        </Button>
      ))}
    </div>
  );
}
