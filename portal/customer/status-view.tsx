import type { ReactNode } from 'react';
import type { Phase, Turn } from '../../functions/domain/case/stage.ts';
import type { CaseStatus, Outcome } from '../../functions/domain/case/state.ts';
import type { ClockView } from '../shared/api-types.ts';
import { dateInWords } from '../shared/dates.ts';
import { Panel } from '../shared/panel.tsx';
import reading from '../shared/reading.module.css';
import styles from './status-view.module.css';
import { useWords } from './words.ts';

export interface Standing {
  readonly status: CaseStatus;
  readonly outcome?: Outcome;
  readonly phase: Phase;
  readonly whoseTurn: Turn;
  readonly clock?: ClockView;
  /** Before the clock runs: by when the papers are checked, and why by then. */
  readonly checkedBy?: string;
  readonly why?: readonly string[];
  /** Last day on which the customer may answer, while it is their turn. */
  readonly respondBy?: string;
}

/** Three questions in one screen: whose turn, by when, why that date [U17]. */
export function StatusView({
  standing,
  whyRespondBy,
  children,
}: {
  standing: Standing;
  /** Why the customer has until that day, while it is their turn. */
  whyRespondBy?: string;
  /** What to do now. */
  children?: ReactNode;
}) {
  const { say, sayIfKnown, language } = useWords();
  const { status, outcome, clock, respondBy, whoseTurn } = standing;
  const due = respondBy ?? clock?.dueDate ?? standing.checkedBy;
  const ended = outcome !== undefined;
  return (
    <>
      <Panel tone={toneOf(standing)} title={sayIfKnown(`status.${outcome ?? status}`, 'status.submitted')}>
        <dl className={styles.answers}>
          <div>
            <dt>{say('status.whose-turn')}</dt>
            <dd>{say(`turn.${whoseTurn}`)}</dd>
          </div>
          {due === undefined || ended ? null : (
            <div>
              <dt>{say('status.by-when')}</dt>
              <dd>
                {clock?.provisional && respondBy === undefined
                  ? say('status.provisional', { date: dateInWords(due, language) })
                  : dateInWords(due, language)}
              </dd>
            </div>
          )}
        </dl>
        <p>{sayIfKnown(`status.${outcome ?? status}.next`, 'status.submitted.next')}</p>
      </Panel>
      {children}
      {due === undefined || ended ? null : (
        <Why
          clock={clock}
          lines={
            respondBy === undefined
              ? (clock?.trace ?? standing.why ?? [])
              : [whyRespondBy ?? say('status.why.notice')]
          }
        />
      )}
      <Phases now={standing.phase} ended={ended} />
    </>
  );
}

function toneOf({ whoseTurn, outcome }: Standing) {
  if (outcome === 'granted' || outcome === 'granted-in-part') return 'done' as const;
  return whoseTurn === 'customer' ? ('yours' as const) : ('plain' as const);
}

/** Why this date: the clock's own sentences, and the law's last day where the promised one binds. */
function Why({ clock, lines }: { clock: ClockView | undefined; lines: readonly string[] }) {
  const { say, language } = useWords();
  return (
    <section className={reading.flow}>
      <h2>{say('status.why')}</h2>
      <ul className={styles.why}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {clock === undefined ? null : (
        <p className={reading.quiet}>
          {say('status.both-dates', {
            promised: dateInWords(clock.promised, language),
            statutory: dateInWords(clock.statutory, language),
          })}
        </p>
      )}
    </section>
  );
}

/** The four a customer knows; a draft and a closed case stand outside them. */
const PHASES = ['intake', 'review', 'handling', 'notification'] as const;

function Phases({ now, ended }: { now: Phase; ended: boolean }) {
  const { say } = useWords();
  const order: readonly Phase[] = PHASES;
  const at = order.indexOf(now);
  // Closed and archived cases have all four behind them.
  const passed = at === -1 && now !== 'draft' ? PHASES.length : at;
  return (
    <section className={reading.flow}>
      <h2>{say('phases.title')}</h2>
      <ol className={styles.phases}>
        {PHASES.map((phase, n) => (
          <li key={phase} aria-current={n === passed ? 'step' : undefined} data-passed={n < passed}>
            <span>{say(`phase.${phase}`)}</span>
            <span className={styles.state}>
              {n < passed ? say('phase.passed') : n === passed && !ended ? say('phase.now') : ''}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
