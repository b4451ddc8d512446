import { useMutation } from '@tanstack/react-query';
import type { LocalizedText } from '../../../functions/domain/language.ts';
import { answerOf } from '../../shared/api.ts';
import { Button } from '../../shared/button.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import { api } from '../session.ts';
import { useWords } from '../words.ts';
import { keepLeft } from './left.ts';

/** Where colleagues sign in at the provider of their organisation: there is no password of ours to ask for. */
export function ProviderView({ provider, to }: { provider: LocalizedText; to: string }) {
  const { say, pick } = useWords();
  const name = pick(provider);
  const leave = useMutation({
    mutationFn: () => answerOf(api().POST('/public/staff-sign-in/provider')),
    onSuccess: ({ address, session }) => {
      keepLeft({ session, to });
      window.location.assign(address);
    },
  });
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
