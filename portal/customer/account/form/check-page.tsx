import { useState } from 'react';
import { normaliseAnswers } from '../../../../functions/domain/catalogue/normalise.ts';
import { validateAnswers } from '../../../../functions/domain/catalogue/validate-answers.ts';
import { idempotencyKey } from '../../../shared/api.ts';
import { Button } from '../../../shared/button.tsx';
import { todayAtHall } from '../../../shared/dates.ts';
import { ErrorSummary, type FieldError } from '../../../shared/error-summary.tsx';
import { listOfAll } from '../../../shared/lists.ts';
import { Link, useNavigate } from '../../../shared/navigation.tsx';
import { PageHeading } from '../../../shared/page-heading.tsx';
import { Panel } from '../../../shared/panel.tsx';
import { isKind } from '../../../shared/problem.ts';
import { ProblemPanel } from '../../../shared/problem-view.tsx';
import reading from '../../../shared/reading.module.css';
import { SummaryList } from '../../../shared/summary-list.tsx';
import { useAccountWords } from '../../words.ts';
import { AlreadySent } from '../already-sent.tsx';
import { AnswersView } from '../answers-view.tsx';
import { giveCommand } from '../give-command.ts';
import { missingDocuments } from '../progress.ts';
import { useRefreshCase } from '../queries.ts';
import { useAct } from '../use-act.ts';
import { type CaseAndService, WithCase } from '../with-case.tsx';
import { useAnswerWords } from './answer-words.ts';

export function CheckPage() {
  const [sent, setSent] = useState(false);
  return (
    <WithCase>
      {({ own, service }) =>
        // While it goes to the receipt the case is a draft no more; nobody came "back" then.
        own.status === 'draft' || sent ? (
          <Check own={own} service={service} onSent={() => setSent(true)} />
        ) : (
          <AlreadySent own={own} />
        )
      }
    </WithCase>
  );
}

/** Everything once more before it is sent; what is changed comes back here [U7]. */
function Check({ own, service, onSent }: CaseAndService & { onSent: () => void }) {
  const { say, pick, language } = useAccountWords();
  const navigate = useNavigate();
  const refresh = useRefreshCase();
  const inWords = useAnswerWords();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  // One key for this page: pressed twice, or tried again after a broken line, it is sent once.
  const [key] = useState(idempotencyKey);
  const answers = own.draft?.answers ?? own.answers ?? {};
  const { caseId } = own;
  const missing = missingDocuments(service, answers, own.documents);

  const { act, busy, failed } = useAct(async () => {
    const problems = validateAnswers(service, normaliseAnswers(service, answers), todayAtHall());
    setErrors(
      inWords(
        service.form.pages.flatMap(({ questions }) => questions),
        problems,
      ),
    );
    setAttempt((last) => last + 1);
    if (problems.length > 0) return;
    try {
      await giveCommand({ own, command: 'submit', key, form: { revision: own.draft?.revision ?? 0 } });
    } catch (error) {
      if (!isKind(error, 'already-submitted')) {
        // Shows what another device changed before anything is sent.
        await refresh(caseId);
        throw error;
      }
    }
    onSent();
    await refresh(caseId);
    navigate(`/cases/${caseId}/receipt`, { replace: true });
  });

  return (
    <div className={reading.flow}>
      <Link to={`/cases/${caseId}`}>{say('form.to-tasks')}</Link>
      <ErrorSummary errors={errors} attempt={attempt} />
      <PageHeading title={say('check.title')} wrong={errors.length > 0} />
      {failed === undefined ? null : <ProblemPanel error={failed} />}
      <AnswersView
        service={service}
        answers={answers}
        changePath={(pageId) => `/cases/${caseId}/form/${pageId}?to=check`}
      />
      <section className={reading.flow}>
        <h2>{say('receipt.papers')}</h2>
        <SummaryList
          rows={own.documents.map(({ fileId, documentId, fileName }) => ({
            key: fileId,
            term: pick(service.documents.find(({ id }) => id === documentId)?.name ?? service.names),
            value: fileName,
            act: <Link to={`/cases/${caseId}/documents`}>{say('check.change')}</Link>,
          }))}
        />
        {missing.length === 0 ? null : (
          <Panel tone="yours" title={say('check.missing')}>
            <p>
              {listOfAll(
                missing.map(({ name }) => pick(name)),
                language,
              )}
            </p>
            <p>{say('check.missing.text')}</p>
            <Link to={`/cases/${caseId}/documents`}>{say('check.missing.add')}</Link>
          </Panel>
        )}
      </section>
      <h2>{say('check.now')}</h2>
      <p>{say('check.now.text')}</p>
      <Button busy={busy} onPress={act}>
        {say('check.send')}
      </Button>
    </div>
  );
}
