import { useQuery } from '@tanstack/react-query';
import { instantInWords } from '../../shared/dates.ts';
import { Panel } from '../../shared/panel.tsx';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import { Tag, type TagTone } from '../../shared/tag.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { useWords } from '../words.ts';
import { HeldDrills } from './drills-view.tsx';
import { type Backups, backupsQuery } from './queries.ts';
import { Rows } from './rows.tsx';

type Line = Backups['resources'][number]['lines'][number];

const RESOURCES = ['records', 'documents', 'archive', 'digests'] as const;
const TONES: Readonly<Record<Line['state'], TagTone>> = { kept: 'done', missed: 'wrong', failed: 'wrong' };

/** Last backup, copy and restore test of each resource against what is promised; a missed one is red. [2.3.4] */
export function BackupsView() {
  const { say } = useWords();
  const { data: backups, error } = useQuery(backupsQuery());
  if (error !== null) return <ProblemPanel error={error} />;
  if (backups === undefined) return <Waiting />;
  const heads = [
    say('backup.resource'),
    say('backup.act.backup'),
    say('backup.act.copy'),
    say('backup.act.restore-test'),
  ];
  const rows = backups.resources.map(({ resource, lines }) => {
    const known = RESOURCES.find((one) => one === resource);
    return {
      key: resource,
      cells: [
        known === undefined ? resource : say(`backup.resource.${known}`),
        ...lines.map((line) => <LineCell key={line.act} line={line} />),
      ],
    };
  });
  return (
    <>
      {backups.made ? (
        <Rows caption={say('backup.caption')} heads={heads} rows={rows} />
      ) : (
        <Panel tone="quiet">
          <p>{say('backup.not-made')}</p>
        </Panel>
      )}
      <h2>{say('backup.rehearsals')}</h2>
      <HeldDrills caption={say('backup.rehearsals')} drills={backups.rehearsals} />
    </>
  );
}

function LineCell({ line: { at, state, promisedHours } }: { line: Line }) {
  const { say, language } = useWords();
  return (
    <>
      <Tag tone={TONES[state]}>{say(`backup.state.${state}`)}</Tag>{' '}
      {at === undefined ? say('operations.never') : instantInWords(at, language)}{' '}
      {say('backup.promise', { hours: promisedHours })}
    </>
  );
}
