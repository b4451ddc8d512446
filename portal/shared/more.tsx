import { Button } from './button.tsx';
import { useSharedWords } from './words.ts';

/** The next page of a list, asked for by the reader; nothing loads by scrolling. */
export function More({ busy, onPress }: { busy: boolean; onPress: () => void }) {
  const { say } = useSharedWords();
  return (
    <Button look="secondary" busy={busy} onPress={onPress}>
      {say('more')}
    </Button>
  );
}
