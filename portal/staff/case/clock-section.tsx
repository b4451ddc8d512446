import { dateInWords } from '../../shared/dates.ts';
import { Fold } from '../../shared/fold.tsx';
import { SummaryList } from '../../shared/summary-list.tsx';
import { Tag } from '../../shared/tag.tsx';
import type { StaffClock } from '../staff-types.ts';
import { useWords } from '../words.ts';
import styles from './case.module.css';

const TONES = { green: 'done', yellow: 'yours', red: 'wrong' } as const;

/** Both clocks, the one that binds, its colour in words too, and why this date. */
export function ClockSection({ clock }: { clock: StaffClock | undefined }) {
  const { say, language } = useWords();
  const dated = (date: string) => dateInWords(date, language);
  return (
    <section className={styles.section} aria-labelledby="clock-title">
      <h2 id="clock-title">{say('clock.title')}</h2>
      {clock === undefined ? (
        <p>{say('clock.none')}</p>
      ) : (
        <>
          <SummaryList
            rows={[
              {
                key: 'due',
                term: say('clock.due'),
                value: clock.provisional
                  ? say('clock.provisional', { date: dated(clock.dueDate) })
                  : dated(clock.dueDate),
              },
              {
                key: 'colour',
                term: say('clock.colour'),
                value: <Tag tone={TONES[clock.colour]}>{say(`colour.${clock.colour}`)}</Tag>,
              },
              { key: 'statutory', term: say('clock.statutory'), value: dated(clock.statutory) },
              { key: 'promised', term: say('clock.promised'), value: dated(clock.promised) },
            ]}
          />
          <p>{say('clock.binding', { clock: say(`clock.${clock.binding}`) })}</p>
          <Fold title={say('clock.why')}>
            <ol>
              {clock.trace.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ol>
          </Fold>
        </>
      )}
    </section>
  );
}
