import { useQuery } from '@tanstack/react-query';
import { instantInWords } from '../../shared/dates.ts';
import { Link } from '../../shared/navigation.tsx';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import { Tag } from '../../shared/tag.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { useWords } from '../words.ts';
import { PlanDrill } from './plan-drill.tsx';
import { type Drills, drillsQuery, type Listed } from './queries.ts';
import { Rows } from './rows.tsx';

/** What is to be held by when, what is planned or running, and what was held. [8.2.1] */
export function DrillsView() {
  const { say } = useWords();
  const { data: drills, error } = useQuery(drillsQuery());
  if (error !== null) return <ProblemPanel error={error} />;
  if (drills === undefined) return <Waiting />;
  return (
    <>
      <h2>{say('drill.calendar')}</h2>
      <Calendar calendar={drills.calendar} />
      <h2>{say('drill.open')}</h2>
      <OpenDrills drills={drills.open} />
      <h2>{say('drill.held')}</h2>
      <HeldDrills caption={say('drill.held')} drills={drills.held} />
      <PlanDrill />
    </>
  );
}

function Calendar({ calendar }: { calendar: Drills['calendar'] }) {
  const { say, language } = useWords();
  const told = (at: string | undefined) =>
    at === undefined ? say('operations.never') : instantInWords(at, language);
  const rows = calendar.map(({ subject, basis, lastHeldAt, dueBy, overdue }) => ({
    key: subject,
    cells: [subject, told(lastHeldAt), <DueBy key="due" dueBy={dueBy} overdue={overdue} />, basis],
  }));
  const heads = [say('drill.subject'), say('drill.last'), say('drill.due-by'), say('drill.basis')];
  return <Rows caption={say('drill.calendar')} heads={heads} rows={rows} />;
}

function DueBy({ dueBy, overdue }: { dueBy: string | undefined; overdue: boolean }) {
  const { say, language } = useWords();
  return (
    <>
      <Tag tone={overdue ? 'wrong' : 'done'}>
        {say(overdue ? 'operations.overdue' : 'operations.in-time')}
      </Tag>{' '}
      {dueBy === undefined ? null : instantInWords(dueBy, language)}
    </>
  );
}

function OpenDrills({ drills }: { drills: readonly Listed[] }) {
  const { say, language } = useWords();
  if (drills.length === 0) return <p>{say('operations.none')}</p>;
  const rows = drills.map(({ id, overdue, card: { subject, status, plannedFor, startedAt } }) => ({
    key: id,
    cells: [
      <Link key="drill" to={`/operations/drills/${id}`}>
        {String(subject)}
      </Link>,
      <Tag key="status" tone={overdue ? 'wrong' : 'running'}>
        {overdue
          ? say('operations.overdue')
          : say(status === 'running' ? 'drill.status.running' : 'drill.status.planned')}
      </Tag>,
      instantInWords(String(plannedFor ?? startedAt), language),
    ],
  }));
  const heads = [say('drill.subject'), say('health.state'), say('drill.when')];
  return <Rows caption={say('drill.open')} heads={heads} rows={rows} />;
}

export function HeldDrills({ caption, drills }: { caption: string; drills: readonly Listed[] }) {
  const { say, language } = useWords();
  if (drills.length === 0) return <p>{say('operations.none')}</p>;
  const rows = drills.map(({ id, card: { subject, endedAt, verdict, findings } }) => ({
    key: id,
    cells: [
      <Link key="drill" to={`/operations/drills/${id}`}>
        {String(subject)}
      </Link>,
      instantInWords(String(endedAt), language),
      <Tag key="verdict" tone={verdict === 'passed' ? 'done' : 'wrong'}>
        {say(verdict === 'passed' ? 'drill.verdict.passed' : 'drill.verdict.failed')}
      </Tag>,
      String(findings),
    ],
  }));
  const heads = [say('drill.subject'), say('drill.when'), say('drill.verdict'), say('drill.findings')];
  return <Rows caption={caption} heads={heads} rows={rows} />;
}
