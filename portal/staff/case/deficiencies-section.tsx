import type { Deficiency } from '../../../functions/domain/case/state.ts';
import { allQuestions } from '../../../functions/domain/catalogue/visible-questions.ts';
import reading from '../../shared/reading.module.css';
import { Tag } from '../../shared/tag.tsx';
import { useWords } from '../words.ts';
import styles from './case.module.css';
import { deficienciesOf, type Known } from './known.ts';

/** What was collected for the one notice, or was asked of the applicant: all of it in one place. */
export function DeficienciesSection({ known }: { known: Known }) {
  const { say } = useWords();
  const { state, texts } = known.one;
  const found = deficienciesOf(known.one);
  if (found.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="deficiencies-title">
      <h2 id="deficiencies-title">{say('deficiencies.title')}</h2>
      {state.status === 'submitted' ? <p className={reading.quiet}>{say('documents.unseen')}</p> : null}
      <ul className={styles.items}>
        {found.map((one) => (
          <DeficiencyItem
            key={one.itemId}
            known={known}
            deficiency={one}
            text={texts[`deficiency/${one.itemId}`]}
          />
        ))}
      </ul>
    </section>
  );
}

function DeficiencyItem({
  known: { service },
  deficiency: { about, target, reason, answered },
  text,
}: {
  known: Known;
  deficiency: Deficiency;
  text: string | undefined;
}) {
  const { say, sayIfKnown, pick } = useWords();
  const name =
    about === 'document'
      ? service.documents.find(({ id }) => id === target)?.name
      : allQuestions(service).find(({ id }) => id === target)?.label;
  const said = sayIfKnown(`reason.${reason}`, 'reason.unclear');
  return (
    <li className={styles.item}>
      <div className={styles.title}>
        <span>{name === undefined ? target : pick(name)}</span>
        {answered ? <Tag tone="done">{say('deficiencies.answered')}</Tag> : null}
      </div>
      <p>{text === undefined ? said : say('reason.with-text', { reason: said, text })}</p>
    </li>
  );
}
