import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../shared/button.tsx';
import { SelectField } from '../../shared/choice-field.tsx';
import { instantInWords, timeInWords } from '../../shared/dates.ts';
import { Link, useParams } from '../../shared/navigation.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemPage, ProblemPanel } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import { SummaryList, type SummaryRow } from '../../shared/summary-list.tsx';
import { Tag } from '../../shared/tag.tsx';
import { TextField } from '../../shared/text-field.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { useWords } from '../words.ts';
import { type Drill, drillQuery, useDrillCommand } from './queries.ts';

const SEVERITIES = ['critical', 'high', 'moderate', 'low'] as const;

/** One drill: its steps with their times, ticked here; what was found; the verdict that the steps bear out. */
export function DrillPage() {
  const { drillId = '' } = useParams();
  const { say } = useWords();
  const { data: drill, error, refetch } = useQuery(drillQuery(drillId));
  const give = useDrillCommand(drillId);
  if (error !== null) return <ProblemPage error={error} again={refetch} />;
  if (drill === undefined) return <Waiting />;
  const { state, version } = drill;
  const act = (command: string, form: Readonly<Record<string, unknown>> = {}) =>
    give.mutate({ command, seenVersion: version, form });
  return (
    <div className={reading.flow}>
      <Link to="/operations/drills">{say('drill.back')}</Link>
      <PageHeading title={state.subject} />
      <p>
        <Tag tone="running">{say(`drill.status.${state.status}`)}</Tag>
        {state.status === 'finished' ? (
          <Tag tone={state.verdict === 'passed' ? 'done' : 'wrong'}>
            {say(`drill.verdict.${state.verdict}`)}
          </Tag>
        ) : null}
      </p>
      <Times state={state} />
      {give.error === null ? null : <ProblemPanel error={give.error} />}
      <h2>{say('drill.steps')}</h2>
      <Steps state={state} busy={give.isPending} act={act} />
      {state.status === 'planned' ? (
        <Button busy={give.isPending} onPress={() => act('start')}>
          {say('drill.start')}
        </Button>
      ) : null}
      {state.status === 'running' ? <Ending busy={give.isPending} act={act} /> : null}
      <Found state={state} />
    </div>
  );
}

type State = Drill['state'];
type Act = (command: string, form?: Readonly<Record<string, unknown>>) => void;

/** When it is to be, or was. */
function Times({ state }: { state: State }) {
  const { say, language } = useWords();
  const at = (instant: string) => instantInWords(instant, language);
  const rows: SummaryRow[] = [];
  if (state.plannedFor !== undefined)
    rows.push({ key: 'planned', term: say('drill.planned-for'), value: at(state.plannedFor) });
  if (state.status === 'running')
    rows.push({ key: 'held', term: say('drill.time'), value: at(state.startedAt) });
  if (state.status === 'finished') {
    const value = say('drill.time.until', { from: at(state.startedAt), to: at(state.endedAt) });
    rows.push({ key: 'held', term: say('drill.time'), value });
  }
  return <SummaryList rows={rows} />;
}

function Steps({ state, busy, act }: { state: State; busy: boolean; act: Act }) {
  const { say } = useWords();
  const open = 'toDo' in state ? state.toDo : [];
  const done = 'steps' in state ? state.steps : [];
  return (
    <ol>
      {done.map(({ name, ok, startedAt, endedAt, note }) => (
        <li key={name}>
          {name} <Tag tone={ok ? 'done' : 'wrong'}>{say(ok ? 'drill.step.done' : 'drill.step.failed')}</Tag>{' '}
          {say('drill.step.times', { from: timeInWords(startedAt), to: timeInWords(endedAt) })}
          {note === undefined ? null : <p className={reading.quiet}>{note}</p>}
        </li>
      ))}
      {open.map((name) => (
        <li key={name}>
          {name} <Tag>{say('drill.step.open')}</Tag>
          {state.status === 'running' ? (
            <span className={reading.row}>
              <Button
                look="secondary"
                busy={busy}
                label={say('drill.tick', { name })}
                onPress={() => act('tick', { name, ok: true })}
              >
                {say('drill.step.done')}
              </Button>
              <Button
                look="plain"
                busy={busy}
                label={say('drill.tick-failed', { name })}
                onPress={() => act('tick', { name, ok: false })}
              >
                {say('drill.step.failed')}
              </Button>
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function Ending({ busy, act }: { busy: boolean; act: Act }) {
  const { say } = useWords();
  const [what, setWhat] = useState('');
  const [severity, setSeverity] = useState('moderate');
  return (
    <>
      <TextField
        id="finding-what"
        label={say('drill.finding.what')}
        value={what}
        onChange={setWhat}
        width="full"
      />
      <SelectField
        id="finding-severity"
        label={say('severity')}
        choices={SEVERITIES.map((value) => ({ value, text: say(`severity.${value}`) }))}
        value={severity}
        onChange={setSeverity}
      />
      <Button look="secondary" busy={busy} onPress={() => act('note-finding', { what, severity })}>
        {say('drill.note-finding')}
      </Button>
      <p className={reading.row}>
        <Button busy={busy} onPress={() => act('finish', { verdict: 'passed' })}>
          {say('drill.finish.passed')}
        </Button>
        <Button look="secondary" busy={busy} onPress={() => act('finish', { verdict: 'failed' })}>
          {say('drill.finish.failed')}
        </Button>
      </p>
    </>
  );
}

function Found({ state }: { state: State }) {
  const { say } = useWords();
  const findings = 'findings' in state ? state.findings : [];
  const figures = Object.entries('figures' in state ? state.figures : {});
  return (
    <>
      {findings.length === 0 ? null : <h2>{say('drill.findings')}</h2>}
      <ul>
        {findings.map(({ what, severity }) => (
          <li key={what}>
            {what} <Tag tone={severity === 'critical' ? 'wrong' : 'yours'}>{say(`severity.${severity}`)}</Tag>
          </li>
        ))}
      </ul>
      {figures.length === 0 ? null : (
        <>
          <h2>{say('drill.figures')}</h2>
          <SummaryList rows={figures.map(([name, value]) => ({ key: name, term: name, value }))} />
        </>
      )}
    </>
  );
}
