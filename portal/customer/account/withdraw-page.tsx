import { useState } from 'react';
import { idempotencyKey } from '../../shared/api.ts';
import { Button } from '../../shared/button.tsx';
import { Link, useNavigate } from '../../shared/navigation.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import { useAccountWords } from '../words.ts';
import { giveCommand } from './give-command.ts';
import { useRefreshCase } from './queries.ts';
import { useAct } from './use-act.ts';
import { type CaseAndService, WithCase } from './with-case.tsx';

export function WithdrawPage() {
  return <WithCase>{({ own, service }) => <Withdraw own={own} service={service} />}</WithCase>;
}

/** A page of its own instead of a question in a pop-up: what it means, and the way back first. */
function Withdraw({ own, service }: CaseAndService) {
  const { say, pick } = useAccountWords();
  const navigate = useNavigate();
  const refresh = useRefreshCase();
  const [key] = useState(idempotencyKey);
  const { caseId } = own;
  const { act, busy, failed } = useAct(async () => {
    try {
      await giveCommand({ own, command: 'withdraw', key });
    } finally {
      await refresh(caseId);
    }
    navigate(`/cases/${caseId}`, { replace: true });
  });
  return (
    <div className={reading.flow}>
      <PageHeading title={say('withdraw.title')} />
      {failed === undefined ? null : <ProblemPanel error={failed} />}
      <p>{say('withdraw.means', { service: pick(service.names), number: own.receipt?.number ?? '' })}</p>
      <Link to={`/cases/${caseId}`}>{say('withdraw.keep')}</Link>
      <Button look="grave" busy={busy} onPress={act}>
        {say('withdraw.do')}
      </Button>
    </div>
  );
}
