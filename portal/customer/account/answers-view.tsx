import type { Answers } from '../../../functions/domain/catalogue/answers.ts';
import { normaliseAnswers } from '../../../functions/domain/catalogue/normalise.ts';
import type { PublicService } from '../../shared/api-types.ts';
import { Link } from '../../shared/navigation.tsx';
import reading from '../../shared/reading.module.css';
import { SummaryList } from '../../shared/summary-list.tsx';
import { useAccountWords } from '../words.ts';
import { useAnswerText } from './answer-text.ts';
import { askedOn } from './progress.ts';

/** All answers, page by page, as they are handed in; `changePath` gives each its way back. */
export function AnswersView({
  service,
  answers,
  changePath,
}: {
  service: PublicService;
  answers: Answers;
  changePath?: (pageId: string) => string;
}) {
  const { say, pick } = useAccountWords();
  const text = useAnswerText();
  const kept = normaliseAnswers(service, answers);
  return service.form.pages.map((page) => (
    <section key={page.id} className={reading.flow}>
      <h2>{pick(page.title)}</h2>
      <SummaryList
        rows={askedOn(service, page, kept).map((question) => ({
          key: question.id,
          term: pick(question.label),
          value: text(question, kept[question.id]),
          ...(changePath && {
            act: (
              <Link to={changePath(page.id)}>
                {say('check.change')}
                <span className={reading.hidden}> {pick(question.label)}</span>
              </Link>
            ),
          }),
        }))}
      />
    </section>
  ));
}
