import type { ReactNode } from 'react';
import { NavLink, PageAt } from '../../shared/navigation.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ApiProblem, problemFromStatus } from '../../shared/problem.ts';
import { ProblemPage } from '../../shared/problem-view.tsx';
import styles from '../desk/desk-page.module.css';
import { useWords } from '../words.ts';
import { BackupsView } from './backups-view.tsx';
import { DrillPage } from './drill-page.tsx';
import { DrillsView } from './drills-view.tsx';
import { FindingPage } from './finding-page.tsx';
import { FindingsView } from './findings-view.tsx';
import { HealthView } from './health-view.tsx';

const PAGES = ['health', 'backups', 'drills', 'findings'] as const;

const VIEWS = [
  ['/operations/health', <Tabs key="health" page="health" view={<HealthView />} />],
  ['/operations/backups', <Tabs key="backups" page="backups" view={<BackupsView />} />],
  ['/operations/drills', <Tabs key="drills" page="drills" view={<DrillsView />} />],
  ['/operations/drills/:drillId', <DrillPage key="drill" />],
  ['/operations/findings', <Tabs key="findings" page="findings" view={<FindingsView />} />],
  ['/operations/findings/:findingId', <FindingPage key="finding" />],
] as const;

/** How the system is run, for whoever works here; registers for those who lead, administer or audit. */
export function OperationsPage() {
  return <PageAt pages={VIEWS} none={<ProblemPage error={new ApiProblem(problemFromStatus(404, ''))} />} />;
}

function Tabs({ page, view }: { page: (typeof PAGES)[number]; view: ReactNode }) {
  const { say } = useWords();
  return (
    <div className={styles.desk}>
      <PageHeading title={say(`operations.${page}`)} />
      <nav className={styles.queues} aria-label={say('operations.pages')}>
        {PAGES.map((one) => (
          <NavLink key={one} to={`/operations/${one}`}>
            {say(`operations.${one}`)}
          </NavLink>
        ))}
      </nav>
      {view}
    </div>
  );
}
