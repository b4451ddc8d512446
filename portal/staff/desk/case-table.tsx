import type { ReactNode } from 'react';
import type { LocalizedText } from '../../../functions/domain/language.ts';
import { dateInWords } from '../../shared/dates.ts';
import { Link } from '../../shared/navigation.tsx';
import reading from '../../shared/reading.module.css';
import { Tag } from '../../shared/tag.tsx';
import { useMe, useServiceNames } from '../queries.ts';
import type { ListedCase } from '../staff-types.ts';
import { useWords } from '../words.ts';
import styles from './case-table.module.css';
import { calendarDaysBetween, dateAtHall, tellDue } from './due.ts';
import { type Card, readCard } from './read-card.ts';
import { statusTone } from './status-tone.ts';

const COLUMNS = ['case', 'applicant', 'service', 'status', 'age', 'due', 'assignee'] as const;

/** Cases in the order of the API: most urgent first, the same for everybody. On a phone each is a block of its own. */
export function CaseTable({ caption, cases }: { caption: string; cases: readonly ListedCase[] }) {
  const { say } = useWords();
  const { data: names } = useServiceNames();
  const now = Date.now();
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className={reading.hidden}>{caption}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <CaseRow key={one.caseId} one={one} names={names} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CaseRow({
  one,
  names,
  now,
}: {
  one: ListedCase;
  names: ReadonlyMap<string, LocalizedText> | undefined;
  now: number;
}) {
  const { say, pick } = useWords();
  const { caseId } = one;
  const card = readCard(one);
  const serviceName = names?.get(card.service);
  const number = card.receiptNumber ?? caseId;
  const age = card.submittedAt === undefined ? 0 : calendarDaysBetween(Date.parse(card.submittedAt), now);
  const cells: Readonly<Record<(typeof COLUMNS)[number], ReactNode>> = {
    case: (
      <Link className={styles.link} to={`/cases/${caseId}`}>
        {number}
      </Link>
    ),
    applicant: card.name,
    service: serviceName === undefined ? card.service : pick(serviceName),
    status: (
      <>
        <Tag tone={statusTone(card.status)}>{say(`status.${card.status}`)}</Tag>
        {card.uncollected ? <Tag tone="wrong">{say('uncollected')}</Tag> : null}
      </>
    ),
    age: say('age', { days: age }),
    due: <Due card={card} now={now} />,
    assignee: <Assignee card={card} />,
  };
  return (
    <tr>
      {COLUMNS.map((column) => (
        <td key={column}>
          <span className={styles.term} aria-hidden="true">
            {say(`column.${column}`)}
          </span>
          <span className={styles.value}>{cells[column]}</span>
        </td>
      ))}
    </tr>
  );
}

function Due({ card: { dueAt, warnAt }, now }: { card: Card; now: number }) {
  const { say, language } = useWords();
  if (dueAt === undefined) return say('due.none');
  const { id, tone, days } = tellDue(dueAt, warnAt, now);
  // A limit ends with its day: a millisecond earlier it is still that date.
  const date = new Date(Date.parse(dueAt) - 1).toISOString();
  return (
    <>
      <Tag tone={tone}>{say(id, { days })}</Tag>
      <span className={styles.date}>{dateInWords(dateAtHall(date), language)}</span>
    </>
  );
}

function Assignee({ card: { assignee } }: { card: Card }) {
  const { say } = useWords();
  const { data: me } = useMe();
  if (assignee === undefined) return say('assignee.nobody');
  return say(assignee === me?.personId ? 'assignee.me' : 'assignee.other');
}
