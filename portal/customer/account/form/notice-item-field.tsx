import { allQuestions } from '../../../../functions/domain/catalogue/visible-questions.ts';
import type { NoticeItem, SentAnswers } from '../../../shared/api-types.ts';
import { Fold } from '../../../shared/fold.tsx';
import { useAccountWords } from '../../words.ts';
import type { CaseAndService } from '../with-case.tsx';
import styles from './form.module.css';
import { Paper } from './paper.tsx';
import { PaperGuide } from './paper-guide.tsx';
import { QuestionField } from './question-field.tsx';

interface NoticeItemProps extends CaseAndService {
  readonly item: NoticeItem;
  readonly number: number;
  readonly answers: SentAnswers;
  readonly onAnswer: (questionId: string, answer: SentAnswers[string]) => void;
  readonly errorAt: (id: string) => string | undefined;
}

/** One thing asked for: what is wrong with it, and the place to put it right. */
export function NoticeItemField(props: NoticeItemProps) {
  const { item, number, own, service, answers, onAnswer, errorAt } = props;
  const { say, pick } = useAccountWords();
  const paper = service.documents.find(({ id }) => id === item.documentId);
  const question = allQuestions(service).find(({ id }) => id === item.questionId);
  const name = paper?.name ?? question?.label;
  return (
    <section className={styles.paper}>
      <h2>{name === undefined ? item.text : say('notice.item', { number, name: pick(name) })}</h2>
      <p>{item.text}</p>
      {paper === undefined ? null : (
        <>
          <Fold title={say('documents.what')}>
            <PaperGuide paper={paper} />
          </Fold>
          <Paper own={own} document={paper} most={service.mostFiles} error={errorAt(`paper-${paper.id}`)} />
        </>
      )}
      {question === undefined ? null : (
        <QuestionField
          question={question}
          path={question.id}
          answer={answers[question.id]}
          onAnswer={(answer) => onAnswer(question.id, answer)}
          errorAt={errorAt}
        />
      )}
    </section>
  );
}
