import type { LocalizedText } from '../../../functions/domain/language.ts';
import { Button } from '../../shared/button.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import { useWords } from '../words.ts';
import { useLeave } from './use-leave.ts';

/** Where colleagues sign in at the provider of their organisation: there is no password of ours to ask for. */
export function ProviderView({ provider, to }: { provider: LocalizedText; to: string }) {
  const { say, pick } = useWords();
  const name = pick(provider);
  const leave = useLeave({ to, why: 'sign-in' });
  return (
    <div className={reading.flow}>
      <PageHeading title={say('sign-in.title')} />
      {leave.error === null || leave.isPending ? null : <ProblemPanel error={leave.error} />}
      <p>{say('sign-in.provider.why', { name })}</p>
      <Button busy={leave.isPending || leave.isSuccess} onPress={() => leave.mutate()}>
        {say('sign-in.provider.go', { name })}
      </Button>
    </div>
  );
}
