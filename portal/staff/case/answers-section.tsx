import { useState } from 'react';
import type { Question } from '../../../functions/domain/catalogue/question.ts';
import { visibleQuestions } from '../../../functions/domain/catalogue/visible-questions.ts';
import { Button } from '../../shared/button.tsx';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import { SummaryList } from '../../shared/summary-list.tsx';
import { Tag } from '../../shared/tag.tsx';
import { useWords } from '../words.ts';
import { answerText } from './answer-text.ts';
import styles from './case.module.css';
import { CommandForm } from './command-form.tsx';
import { judgeAnswerForm } from './intake-forms.ts';
import { deficienciesOf, isOpen, type Known } from './known.ts';
import { useGive } from './use-give.ts';

/** What the applicant filled in, page by page; the officer flags what must be put right. */
export function AnswersSection({ known }: { known: Known }) {
  const said = useWords();
  const { say, pick } = said;
  const [flagging, setFlagging] = useState<string>();
  const { one, service } = known;
  const asked = new Set(visibleQuestions(service, one.answers).map(({ id }) => id));
  const canFlag = isOpen(one, 'judge-answer');
  const stop = () => setFlagging(undefined);
  return (
    <section className={styles.section} aria-labelledby="answers-title">
      <h2 id="answers-title">{say('answers.title')}</h2>
      {service.form.pages.map((page) => {
        const questions = page.questions.filter(({ id }) => asked.has(id));
        return questions.length === 0 ? null : (
          <div key={page.id} className={styles.group}>
            <h3>{pick(page.title)}</h3>
            <SummaryList
              rows={questions.map((question) => ({
                key: question.id,
                term: pick(question.label),
                value: (
                  <>
                    {answerText(question, one.answers[question.id], said)}
                    <Flagged known={known} question={question} />
                    {flagging === question.id ? (
                      <CommandForm
                        one={one}
                        command="judge-answer"
                        spec={judgeAnswerForm(question.id, said)}
                        prefix={`answer-${question.id}`}
                        onDone={stop}
                        onCancel={stop}
                      />
                    ) : null}
                  </>
                ),
                ...(canFlag && {
                  act: (
                    <span className={styles.flag}>
                      <Flag known={known} question={question} onFlag={() => setFlagging(question.id)} />
                    </span>
                  ),
                }),
              }))}
            />
          </div>
        );
      })}
    </section>
  );
}

function deficiencyOn({ one }: Known, { id }: Question) {
  return deficienciesOf(one).find(({ itemId }) => itemId === `question-${id}`);
}

function Flagged({ known, question }: { known: Known; question: Question }) {
  const { say, sayIfKnown } = useWords();
  const found = deficiencyOn(known, question);
  if (found === undefined) return null;
  const reason = sayIfKnown(`reason.${found.reason}`, 'reason.unclear');
  const text = known.one.texts[`deficiency/${found.itemId}`];
  return (
    <p>
      <Tag tone="wrong">
        {say('answers.flagged', { reason: text === undefined ? reason : `${reason} ${text}` })}
      </Tag>
    </p>
  );
}

function Flag({ known, question, onFlag }: { known: Known; question: Question; onFlag: () => void }) {
  const { say, pick } = useWords();
  const give = useGive(known.one.caseId);
  const label = { question: pick(question.label) };
  if (deficiencyOn(known, question) === undefined) {
    return (
      <Button look="plain" label={say('answers.flag.label', label)} onPress={onFlag}>
        {say('answers.flag')}
      </Button>
    );
  }
  return (
    <>
      <Button
        look="plain"
        label={say('answers.unflag.label', label)}
        busy={give.isPending}
        onPress={() =>
          give.mutate({
            command: 'judge-answer',
            form: { questionId: question.id, inOrder: true },
            seen: known.one.version,
          })
        }
      >
        {say('answers.unflag')}
      </Button>
      {give.error === null ? null : <ProblemPanel error={give.error} />}
    </>
  );
}
