import { useEffect, useState } from 'react';
import type { Question } from '../../../../functions/domain/catalogue/question.ts';
import type { SentAnswers } from '../../../shared/api-types.ts';
import { Button } from '../../../shared/button.tsx';
import { todayAtHall } from '../../../shared/dates.ts';
import { ErrorSummary, type FieldError } from '../../../shared/error-summary.tsx';
import { Link, useNavigate, useParams, useSearchParams } from '../../../shared/navigation.tsx';
import { PageHeading } from '../../../shared/page-heading.tsx';
import { ApiProblem, problemFromStatus } from '../../../shared/problem.ts';
import { ProblemPage, ProblemPanel } from '../../../shared/problem-view.tsx';
import reading from '../../../shared/reading.module.css';
import { Waiting } from '../../../shared/waiting.tsx';
import { ownContact } from '../../own-contact.ts';
import { useAccountWords } from '../../words.ts';
import { AlreadySent } from '../already-sent.tsx';
import { readPending } from '../pending.ts';
import { askedOn, pageProblems } from '../progress.ts';
import { useAct } from '../use-act.ts';
import { type CaseAndService, WithCase } from '../with-case.tsx';
import { useAnswerWords } from './answer-words.ts';
import styles from './form.module.css';
import { offersFor } from './offers.ts';
import { QuestionField } from './question-field.tsx';
import { SaveState } from './save-state.tsx';
import { useAutosave } from './use-autosave.ts';

type Page = CaseAndService['service']['form']['pages'][number];

/** One group of questions of the form [U5]. */
export function FormPage() {
  const { pageId = '' } = useParams();
  return (
    <WithCase>
      {({ own, service }) => {
        const page = service.form.pages.find(({ id }) => id === pageId);
        if (own.status !== 'draft') return <AlreadySent own={own} />;
        if (page === undefined) return <ProblemPage error={new ApiProblem(problemFromStatus(404, ''))} />;
        return <WithPending key={pageId} own={own} service={service} page={page} />;
      }}
    </WithCase>
  );
}

/** What was typed here and not saved before the tab went away is put back [U14]. */
function WithPending({ own, service, page }: CaseAndService & { page: Page }) {
  const [pending, setPending] = useState<SentAnswers>();
  useEffect(() => {
    readPending(own.caseId, page.id).then(setPending);
  }, [own.caseId, page.id]);
  if (pending === undefined) return <Waiting />;
  return <OpenPage own={own} service={service} page={page} pending={pending} />;
}

function OpenPage({ own, service, page, pending }: CaseAndService & { page: Page; pending: SentAnswers }) {
  const { say, pick } = useAccountWords();
  const navigate = useNavigate();
  const search = useSearchParams();
  const inWords = useAnswerWords();
  // Only what was typed here: what another device changed on this page meanwhile is neither hidden nor overwritten.
  const [typed, setTyped] = useState<SentAnswers>(pending);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const autosave = useAutosave(own, page.id);
  const answers = { ...own.draft?.answers, ...typed };
  const next =
    search.get('to') === 'check'
      ? `/cases/${own.caseId}/check`
      : nextPath(own.caseId, service.form.pages, page);

  const answer = (id: string, given: SentAnswers[string]) => {
    const changed = { ...typed, [id]: given };
    setTyped(changed);
    autosave.typed(changed);
  };
  const { act, busy, failed } = useAct(async () => {
    const problems = inWords(page.questions, pageProblems(service, page, answers, todayAtHall()));
    setErrors(problems);
    setAttempt((last) => last + 1);
    // Right or wrong, every answer is kept.
    await autosave.now(typed);
    if (problems.length === 0) navigate(next);
  });

  return (
    <form
      className={reading.flow}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        act();
      }}
    >
      <Link to={`/cases/${own.caseId}`} onClick={() => autosave.now(typed).catch(() => undefined)}>
        {say('form.to-tasks')}
      </Link>
      <ErrorSummary errors={errors} attempt={attempt} />
      <PageHeading title={pick(page.title)} wrong={errors.length > 0} />
      {failed === undefined ? null : <ProblemPanel error={failed} />}
      {askedOn(service, page, answers).map((question) => (
        <div key={question.id} className={hangs(question, page) ? styles.hanging : reading.flow}>
          <QuestionField
            question={question}
            path={question.id}
            answer={answers[question.id]}
            onAnswer={(given) => answer(question.id, given)}
            errorAt={(id) => errors.find((error) => error.id === id)?.text}
            offers={offersFor(question, service, answers, ownContact())}
          />
        </div>
      ))}
      <Button type="submit" busy={busy}>
        {say('form.continue')}
      </Button>
      <SaveState state={autosave.state} />
    </form>
  );
}

/** Asked because of an answer on this same page. */
function hangs({ showIf }: Question, page: Page): boolean {
  return showIf !== undefined && page.questions.some(({ id }) => id === showIf.question);
}

function nextPath(caseId: string, pages: readonly Page[], page: Page): string {
  const following = pages[pages.findIndex(({ id }) => id === page.id) + 1];
  return following === undefined ? `/cases/${caseId}` : `/cases/${caseId}/form/${following.id}`;
}
