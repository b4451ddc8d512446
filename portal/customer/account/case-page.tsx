import { StandingPage } from './standing-page.tsx';
import { TaskListPage } from './task-list-page.tsx';
import { WithCase } from './with-case.tsx';

/** A case's own page: what is left to do while it is a draft, where it stands after that. */
export function CasePage() {
  return (
    <WithCase>
      {({ own, service }) =>
        own.status === 'draft' ? (
          <TaskListPage own={own} service={service} />
        ) : (
          <StandingPage own={own} service={service} />
        )
      }
    </WithCase>
  );
}
