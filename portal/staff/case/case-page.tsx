import { turnOf } from '../../../functions/domain/case/stage.ts';
import { Link, useParams } from '../../shared/navigation.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { isKind } from '../../shared/problem.ts';
import { ProblemPage } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import { Tag } from '../../shared/tag.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { statusTone } from '../desk/status-tone.ts';
import { OffDuty } from '../off-duty.tsx';
import { useMe, useServiceOf, useStaffCase } from '../queries.ts';
import { useWords } from '../words.ts';
import { ActsSection } from './acts-section.tsx';
import { AnswersSection } from './answers-section.tsx';
import styles from './case.module.css';
import { ClockSection } from './clock-section.tsx';
import { DeficienciesSection } from './deficiencies-section.tsx';
import { DocumentsSection } from './documents-section.tsx';
import { FactsSection } from './facts-section.tsx';
import { HistorySection } from './history-section.tsx';
import type { Known } from './known.ts';
import { LinesSection } from './lines-section.tsx';
import { TextsSection } from './texts-section.tsx';

/** One case: documents and checklist beside what can be done about it. */
export function CasePage() {
  const { caseId = '' } = useParams();
  const found = useStaffCase(caseId);
  const service = useServiceOf(found.data?.service);
  if (isKind(found.error, 'off-duty')) return <OffDuty />;
  if (found.data !== undefined && service.data !== undefined) {
    return <Case key={caseId} known={{ one: found.data, service: service.data }} />;
  }
  const error = found.error ?? service.error;
  if (error === null) return <Waiting />;
  return <ProblemPage error={error} again={() => (found.data ? service.refetch() : found.refetch())} />;
}

function Case({ known }: { known: Known }) {
  const { say } = useWords();
  const { caseId, texts, clock } = known.one;
  return (
    <div className={styles.page}>
      <Head known={known} />
      <a className={styles.jump} href="#acts">
        {say('case.jump')}
      </a>
      <div className={styles.columns}>
        <div className={styles.column}>
          <DocumentsSection known={known} />
          <LinesSection known={known} />
          <AnswersSection known={known} />
        </div>
        <div className={styles.column}>
          <DeficienciesSection known={known} />
          <ActsSection known={known} />
          <ClockSection clock={clock} />
          <FactsSection known={known} />
          <TextsSection texts={texts} />
          <HistorySection caseId={caseId} />
        </div>
      </div>
    </div>
  );
}

/** Whoever keeps the archive opens its papers from the case, with a reason. */
function PapersLink({ caseId }: { caseId: string }) {
  const { say } = useWords();
  const { data: me } = useMe();
  if (me?.roles.includes('archivist') !== true) return null;
  return <Link to={`/archive/cases/${caseId}`}>{say('case.papers')}</Link>;
}

function Head({ known: { one, service } }: { known: Known }) {
  const { say, pick } = useWords();
  const { state } = one;
  const number = state.status === 'draft' ? '' : state.receiptNumber;
  return (
    <div className={styles.head}>
      <Link to="/queues/mine">{say('case.back')}</Link>
      <PageHeading title={say('case.title', { service: pick(service.names), number })} />
      <p className={reading.row}>
        {state.status === 'archived' ? <PapersLink caseId={one.caseId} /> : null}
        <Tag tone={statusTone(state.status)}>{say(`status.${state.status}`)}</Tag>
        <span>{say('case.turn', { turn: say(`turn.${turnOf(state)}`) })}</span>
      </p>
    </div>
  );
}
