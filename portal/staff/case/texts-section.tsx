import { SummaryList } from '../../shared/summary-list.tsx';
import { useWords } from '../words.ts';
import styles from './case.module.css';

/** Shown where they belong: beside the document, the answer, the line. */
const SHOWN_ELSEWHERE = ['deficiency/', 'evidence/', 'return/'];

/** Notes, opinion, decision, and what else people wrote. */
export function TextsSection({ texts }: { texts: Readonly<Record<string, string>> }) {
  const { say, sayIfKnown } = useWords();
  const shown = Object.entries(texts).filter(
    ([key]) => !SHOWN_ELSEWHERE.some((start) => key.startsWith(start)),
  );
  if (shown.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="texts-title">
      <h2 id="texts-title">{say('texts.title')}</h2>
      <SummaryList
        rows={shown.map(([key, value]) => {
          const [kind = key, number = ''] = key.split('/');
          return { key, term: sayIfKnown(`text.${kind}`, 'text.other', { number }), value };
        })}
      />
    </section>
  );
}
