import { dateInWords, instantInWords } from '../../shared/dates.ts';
import { Panel } from '../../shared/panel.tsx';
import { SummaryList } from '../../shared/summary-list.tsx';
import { dateAtHall } from '../desk/due.ts';
import { type StaffSaid, useWords } from '../words.ts';
import styles from './case.module.css';
import type { Known } from './known.ts';

/** What the case is, in a few lines. */
export function FactsSection({ known }: { known: Known }) {
  const said = useWords();
  const { say } = said;
  const rows = factsOf(known, said).flatMap(([key, term, value]) =>
    value === undefined ? [] : [{ key, term, value }],
  );
  const { state } = known.one;
  return (
    <section className={styles.section} aria-labelledby="facts-title">
      <h2 id="facts-title">{say('facts.title')}</h2>
      {'held' in state && state.held !== undefined ? (
        <Panel tone="yours">
          <p>{say('case.held')}</p>
        </Panel>
      ) : null}
      <SummaryList rows={rows} />
    </section>
  );
}

type Fact = readonly [key: string, term: string, value: string | undefined];

function factsOf({ one: { state }, service }: Known, said: StaffSaid): readonly Fact[] {
  const { say, pick, sayIfKnown, language } = said;
  if (state.status === 'draft') return [];
  /** Of a limit that ends with its day, the day. */
  const lastDay = (instant: string) =>
    dateInWords(dateAtHall(new Date(Date.parse(instant) - 1).toISOString()), language);
  const step = 'step' in state ? state.step : undefined;
  const stepName = service.steps.find(({ id }) => id === step?.stepId)?.name;
  return [
    ['applicant', say('case.applicant'), state.maskedName],
    ['received', say('case.received'), instantInWords(state.submittedAt, language)],
    ['channel', say('case.channel'), say(`channel.${state.channel}`)],
    ['language', say('case.language'), say(`language.${state.language}`)],
    [
      'identity',
      say('case.identity'),
      say(state.identityChecked ? 'identity.checked' : 'identity.not-checked'),
    ],
    ['delivery', say('case.delivery'), sayIfKnown(`delivery.${state.delivery}`, 'delivery.counter')],
    [
      'risk',
      say('case.risk'),
      state.risk &&
        say('case.risk.points', { path: say(`path.${state.risk.path}`), points: state.risk.points }),
    ],
    [
      'notice-due',
      say('case.notice-due'),
      'noticeDueAt' in state && state.noticeDueAt !== undefined ? lastDay(state.noticeDueAt) : undefined,
    ],
    [
      'respond-by',
      say('case.respond-by'),
      'respondBy' in state ? dateInWords(state.respondBy, language) : undefined,
    ],
    ['review-due', say('case.review-due'), 'reviewDueAt' in state ? lastDay(state.reviewDueAt) : undefined],
    [
      'step',
      say('case.step'),
      step &&
        say('case.step.due', {
          step: stepName === undefined ? step.stepId : pick(stepName),
          date: lastDay(step.dueAt),
        }),
    ],
    [
      'outcome',
      say('case.outcome'),
      'outcome' in state && state.outcome !== undefined ? say(`outcome.${state.outcome}`) : undefined,
    ],
    ['certificate', say('case.certificate'), 'certificate' in state ? state.certificate?.number : undefined],
    [
      'keep-until',
      say('case.keep-until'),
      'keepUntil' in state ? dateInWords(state.keepUntil, language) : undefined,
    ],
  ];
}
