import { useEffect, useState } from 'react';
import { answerOf, idempotencyKey } from '../../shared/api.ts';
import { useNavigate, useParams } from '../../shared/navigation.tsx';
import { ProblemPage } from '../../shared/problem-view.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { api } from '../session.ts';

/** Opens a draft and goes to it; the address of this page is left behind, so that "back" opens no second one. */
export function StartPage() {
  const { serviceId = '' } = useParams();
  const navigate = useNavigate();
  // One key for this visit: drawn twice or tried again, it is one draft.
  const [key] = useState(idempotencyKey);
  const [failed, setFailed] = useState<unknown>();
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn is another try.
  useEffect(() => {
    const params = { header: { 'Idempotency-Key': key } };
    answerOf(api().POST('/me/cases', { params, body: { serviceId } })).then(
      ({ caseId }) => navigate(`/cases/${caseId}`, { replace: true }),
      setFailed,
    );
  }, [serviceId, key, turn]);
  if (failed === undefined) return <Waiting />;
  return (
    <ProblemPage
      error={failed}
      again={() => {
        setFailed(undefined);
        setTurn(turn + 1);
      }}
    />
  );
}
