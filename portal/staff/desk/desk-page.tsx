import { useInfiniteQuery } from '@tanstack/react-query';
import { ButtonLink } from '../../shared/button.tsx';
import { More } from '../../shared/more.tsx';
import { NavLink, useParams } from '../../shared/navigation.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ApiProblem, problemFromStatus } from '../../shared/problem.ts';
import { ProblemPage } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import { Waiting } from '../../shared/waiting.tsx';
import { OffDuty } from '../off-duty.tsx';
import { queueQuery, useMe } from '../queries.ts';
import type { Colleague, QueueName } from '../staff-types.ts';
import { useWords } from '../words.ts';
import { CaseTable } from './case-table.tsx';
import styles from './desk-page.module.css';

/** My desk and the queues of my roles: where a clerk's day begins. */
export function DeskPage() {
  const { data: me, error, refetch } = useMe();
  const { queue: named } = useParams();
  if (me === undefined) {
    return error === null ? <Waiting /> : <ProblemPage error={error} again={refetch} />;
  }
  if (me.onDutyUntil === undefined) return <OffDuty />;
  const queue = me.queues.find((one) => one === named);
  if (queue === undefined) return <ProblemPage error={new ApiProblem(problemFromStatus(404, ''))} />;
  return <Desk key={queue} me={me} queue={queue} />;
}

function Desk({ me, queue }: { me: Colleague; queue: QueueName }) {
  const { say } = useWords();
  const found = useInfiniteQuery(queueQuery(queue));
  const cases = found.data?.pages.flatMap(({ items }) => items) ?? [];
  const [next] = cases;
  if (found.error !== null && found.data === undefined) {
    return <ProblemPage error={found.error} again={found.refetch} />;
  }
  return (
    <div className={styles.desk}>
      <PageHeading title={say(`queue.${queue}`)} />
      <nav className={styles.queues} aria-label={say('queues')}>
        {me.queues.map((one) => (
          <NavLink key={one} to={`/queues/${one}`}>
            {say(`queue.${one}`)}
          </NavLink>
        ))}
      </nav>
      {found.isPending ? <Waiting /> : null}
      {found.data !== undefined && next === undefined ? <p>{say('queue.none')}</p> : null}
      {next === undefined ? null : (
        <>
          <div className={styles.head}>
            <p className={reading.quiet}>{say('queue.order')}</p>
            <ButtonLink to={`/cases/${next.caseId}`}>{say('queue.next')}</ButtonLink>
          </div>
          <CaseTable caption={say('queue.caption', { queue: say(`queue.${queue}`) })} cases={cases} />
        </>
      )}
      {found.hasNextPage ? (
        <More busy={found.isFetchingNextPage} onPress={() => found.fetchNextPage()} />
      ) : null}
    </div>
  );
}
