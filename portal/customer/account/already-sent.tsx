import type { OwnCase } from '../../shared/api-types.ts';
import { ButtonLink } from '../../shared/button.tsx';
import { Link } from '../../shared/navigation.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import reading from '../../shared/reading.module.css';
import { useAccountWords } from '../words.ts';

/** "Back" after sending: nothing is sent twice, and here is where it went [U5]. */
export function AlreadySent({ own }: { own: OwnCase }) {
  const { say } = useAccountWords();
  return (
    <div className={reading.flow}>
      <PageHeading title={say('already-sent.title')} />
      <p>{say('already-sent.text', { number: own.receipt?.number ?? '' })}</p>
      <ButtonLink to={`/cases/${own.caseId}`}>{say('already-sent.standing')}</ButtonLink>
      <Link to={`/cases/${own.caseId}/receipt`}>{say('receipt.title')}</Link>
    </div>
  );
}
