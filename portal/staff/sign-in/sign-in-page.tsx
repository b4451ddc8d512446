import { useState } from 'react';
import { config } from '../../shared/config.ts';
import { useNavigate, useSearchParams } from '../../shared/navigation.tsx';
import { queries } from '../queries.ts';
import { session } from '../session.ts';
import type { SignInStep } from '../staff-types.ts';
import { ChallengeForm } from './challenge-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { ProviderView } from './provider-view.tsx';

type Asked = Extract<SignInStep, { step: 'challenge' }> & { readonly username: string };

/**
 * At the organisation's own provider where it has one; else password first, then whatever else is asked for: the
 * one-time password, or the first set-up.
 */
export function SignInPage() {
  const navigate = useNavigate();
  const search = useSearchParams();
  const [asked, setAsked] = useState<Asked>();
  const go = (username: string) => (step: SignInStep) => {
    if (step.step === 'challenge') return setAsked({ ...step, username });
    queries.clear();
    session.set(step.tokens);
    navigate(ownPath(search.get('to')), { replace: true });
  };
  const { staffProvider } = config();
  if (staffProvider) return <ProviderView provider={staffProvider.name} to={ownPath(search.get('to'))} />;
  if (asked === undefined) return <PasswordForm onStep={(username, step) => go(username)(step)} />;
  return (
    <ChallengeForm
      key={asked.challenge}
      {...asked}
      onStep={go(asked.username)}
      onOther={() => setAsked(undefined)}
    />
  );
}

/** Where to go on: a page of ours and no other. */
function ownPath(path: string | null): string {
  return path !== null && /^\/(?![/\\])/.test(path) ? path : '/queues/mine';
}
