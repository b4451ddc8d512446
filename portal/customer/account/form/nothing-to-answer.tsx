import type { OwnCase } from '../../../shared/api-types.ts';
import { ButtonLink } from '../../../shared/button.tsx';
import { PageHeading } from '../../../shared/page-heading.tsx';
import reading from '../../../shared/reading.module.css';
import { useAccountWords } from '../../words.ts';

/** "Back" after the answer was sent, or a message opened twice: nothing is asked for now. */
export function NothingToAnswer({ own }: { own: OwnCase }) {
  const { say } = useAccountWords();
  return (
    <div className={reading.flow}>
      <PageHeading title={say('notice.nothing')} />
      <p>{say('notice.nothing.text')}</p>
      <ButtonLink to={`/cases/${own.caseId}`}>{say('already-sent.standing')}</ButtonLink>
    </div>
  );
}
