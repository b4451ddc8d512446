import type { ReactNode } from 'react';
import { NavLink, Route, Routes } from 'react-router';
import { PageHeading } from '../../shared/page-heading.tsx';
import styles from '../desk/desk-page.module.css';
import { useWords } from '../words.ts';
import { BackupsView } from './backups-view.tsx';
import { DrillPage } from './drill-page.tsx';
import { DrillsView } from './drills-view.tsx';
import { FindingPage } from './finding-page.tsx';
import { FindingsView } from './findings-view.tsx';
import { HealthView } from './health-view.tsx';

const PAGES = ['health', 'backups', 'drills', 'findings'] as const;

/** How the system is run, for whoever works here; registers for those who lead, administer or audit. */
export function OperationsPage() {
  return (
    <Routes>
      <Route path="health" element={<Tabs page="health" view={<HealthView />} />} />
      <Route path="backups" element={<Tabs page="backups" view={<BackupsView />} />} />
      <Route path="drills" element={<Tabs page="drills" view={<DrillsView />} />} />
      <Route path="drills/:drillId" element={<DrillPage />} />
      <Route path="findings" element={<Tabs page="findings" view={<FindingsView />} />} />
      <Route path="findings/:findingId" element={<FindingPage />} />
    </Routes>
  );
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
