import type { LocalizedText } from '../../../functions/domain/language.ts';
import { Button } from '../../shared/button.tsx';
import { usePlace } from '../../shared/navigation.tsx';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import { useLeave } from '../sign-in/use-leave.ts';
import { useWords } from '../words.ts';

/** Before a command that is signed: proves again who signs, where the provider keeps the passwords. Nothing is typed yet. */
export function ProofView({ provider }: { provider: LocalizedText }) {
  const { say, pick } = useWords();
  const { pathname } = usePlace();
  const name = pick(provider);
  const leave = useLeave({ to: pathname, why: 'proof' });
  return (
    <div className={reading.flow}>
      {leave.error === null || leave.isPending ? null : <ProblemPanel error={leave.error} />}
      <p>{say('proof.provider.why', { name })}</p>
      <Button busy={leave.isPending || leave.isSuccess} onPress={() => leave.mutate()}>
        {say('proof.provider.go', { name })}
      </Button>
    </div>
  );
}
