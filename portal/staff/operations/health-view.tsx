import { useQuery } from '@tanstack/react-query';
import { instantInWords, timeInWords } from '../../shared/dates.ts';
import { Panel } from '../../shared/panel.tsx';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import { Tag } from '../../shared/tag.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { useWords } from '../words.ts';
import { figuresQuery, type Health, healthQuery } from './queries.ts';
import { Rows } from './rows.tsx';

/** Each part of the system: whether it works, since when not, what that means and where to read on. [2.3.1] */
export function HealthView() {
  const { say } = useWords();
  const { data: health, error } = useQuery(healthQuery());
  if (error !== null) return <ProblemPanel error={error} />;
  if (health === undefined) return <Waiting />;
  return (
    <>
      <Panel tone={tone(health.state)} live>
        <p>{say(health.state === 'well' ? 'health.all-well' : `health.${health.state}`)}</p>
        <p className={reading.quiet}>{say('operations.as-of', { time: timeInWords(health.asOf) })}</p>
      </Panel>
      <Parts parts={health.parts} />
      <Figures />
    </>
  );
}

function tone(state: Health['state']) {
  if (state === 'well') return 'done';
  return state === 'unknown' ? 'quiet' : 'wrong';
}

function Parts({ parts }: { parts: Health['parts'] }) {
  const { say, language } = useWords();
  const rows = parts.map(({ part, state, since, ringing }) => ({
    key: part,
    cells: [
      say(`part.${part}`),
      <Tag key="state" tone={state === 'well' ? 'done' : 'wrong'}>
        {say(`health.state.${state}`)}
      </Tag>,
      since === undefined ? '' : instantInWords(since, language),
      <ul key="ringing" className={reading.plain}>
        {ringing.map(({ name, impact, runbook }) => (
          <li key={name}>
            {impact} {say('health.runbook', { heading: runbook })}
          </li>
        ))}
      </ul>,
    ],
  }));
  const heads = [say('health.part'), say('health.state'), say('health.since'), say('health.ringing')];
  return <Rows caption={say('health.caption')} heads={heads} rows={rows} />;
}

const PHASES = ['draft', 'intake', 'review', 'handling', 'notification', 'archive'] as const;

/** For those who may see them; whoever may not sees the parts alone. */
function Figures() {
  const { say } = useWords();
  const { data } = useQuery(figuresQuery());
  if (data?.levels === undefined) return null;
  const { levels, onTimeShare } = data;
  return (
    <section className={reading.flow}>
      <h2>{say('figures.title')}</h2>
      <Rows
        caption={say('figures.title')}
        heads={PHASES.map((phase) => say(`phase.${phase}`))}
        rows={[{ key: 'now', cells: PHASES.map((phase) => levels[phase]) }]}
      />
      <p>
        {onTimeShare === undefined
          ? say('figures.no-clock')
          : say('figures.on-time', { share: Math.round(onTimeShare * 100) })}
      </p>
    </section>
  );
}
