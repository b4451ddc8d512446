import { useState } from 'react';
import { normaliseAnswers } from '../../../../functions/domain/catalogue/normalise.ts';
import { answerProblems } from '../../../../functions/domain/catalogue/validate-answers.ts';
import { allQuestions } from '../../../../functions/domain/catalogue/visible-questions.ts';
import { idempotencyKey } from '../../../shared/api.ts';
import type { Notice, SentAnswers } from '../../../shared/api-types.ts';
import { Button } from '../../../shared/button.tsx';
import { dateInWords, todayAtHall } from '../../../shared/dates.ts';
import { ErrorSummary, type FieldError } from '../../../shared/error-summary.tsx';
import { Link, useNavigate } from '../../../shared/navigation.tsx';
import { PageHeading } from '../../../shared/page-heading.tsx';
import { ProblemPanel } from '../../../shared/problem-view.tsx';
import reading from '../../../shared/reading.module.css';
import { useAccountWords } from '../../words.ts';
import { giveCommand } from '../give-command.ts';
import { useRefreshCase } from '../queries.ts';
import { useAct } from '../use-act.ts';
import { type CaseAndService, WithCase } from '../with-case.tsx';
import { useAnswerWords } from './answer-words.ts';
import { NothingToAnswer } from './nothing-to-answer.tsx';
import { NoticeItemField } from './notice-item-field.tsx';

export function AnswerPage() {
  return (
    <WithCase>
      {({ own, service }) => {
        const command = own.commands.find(
          (one) => one.open && (one.command === 'supplement' || one.command === 'correct'),
        )?.command;
        if (own.notice === undefined || command === undefined) return <NothingToAnswer own={own} />;
        return <AnswerNotice own={own} service={service} notice={own.notice} command={command} />;
      }}
    </WithCase>
  );
}

interface AnswerNoticeProps extends CaseAndService {
  readonly notice: Notice;
  readonly command: string;
}

/** Each item of the notice with its own answer; everything else stays as it was sent. */
function AnswerNotice({ own, service, notice, command }: AnswerNoticeProps) {
  const { say, sayIfKnown, language } = useAccountWords();
  const navigate = useNavigate();
  const refresh = useRefreshCase();
  const inWords = useAnswerWords();
  const questions = allQuestions(service);
  const asked = notice.items.flatMap(({ questionId }) => questions.filter(({ id }) => id === questionId));
  const [given, setGiven] = useState<SentAnswers>(() => startingWith(asked, own.answers ?? {}));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [key] = useState(idempotencyKey);
  const { caseId } = own;

  const { act, busy, failed } = useAct(async () => {
    const kept = normaliseAnswers(service, { ...own.answers, ...given });
    const wrong = asked.flatMap((one) => answerProblems(one, kept[one.id], one.id, todayAtHall()));
    const unanswered = notice.items.filter(({ documentId, hasNewFile }) => documentId && hasNewFile !== true);
    const missing = unanswered.map(({ documentId, text }) => ({ id: `paper-${documentId}`, text }));
    const found = [...inWords(questions, wrong), ...missing];
    setErrors(found);
    setAttempt((last) => last + 1);
    if (found.length > 0) return;
    await giveCommand({ own, command, key, form: { answers: given } });
    await refresh(caseId);
    navigate(`/cases/${caseId}`, { replace: true });
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
      <Link to={`/cases/${caseId}`}>{say('readers.back')}</Link>
      <ErrorSummary errors={errors} attempt={attempt} />
      <PageHeading title={say('notice.title', { count: notice.items.length })} wrong={errors.length > 0} />
      {failed === undefined ? null : <ProblemPanel error={failed} />}
      <p>{say('notice.by', { date: dateInWords(notice.respondBy, language) })}</p>
      <p>{sayIfKnown(`consequence.${notice.consequence}`, 'consequence.deemed-withdrawn')}</p>
      {notice.items.map((item, n) => (
        <NoticeItemField
          key={item.itemId}
          number={n + 1}
          item={item}
          own={own}
          service={service}
          answers={given}
          onAnswer={(id, answer) => setGiven({ ...given, [id]: answer })}
          errorAt={(id) => errors.find((error) => error.id === id)?.text}
        />
      ))}
      <Button type="submit" busy={busy}>
        {say('notice.send')}
      </Button>
    </form>
  );
}

function startingWith(asked: readonly { id: string }[], answers: SentAnswers): SentAnswers {
  return Object.fromEntries(
    asked.flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]]])),
  );
}
