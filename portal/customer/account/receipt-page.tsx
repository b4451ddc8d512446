import { Button } from '../../shared/button.tsx';
import { config } from '../../shared/config.ts';
import { dateInWords, instantInWords } from '../../shared/dates.ts';
import { Link } from '../../shared/navigation.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { Panel } from '../../shared/panel.tsx';
import reading from '../../shared/reading.module.css';
import { SummaryList } from '../../shared/summary-list.tsx';
import { useAccountWords } from '../words.ts';
import { AnswersView } from './answers-view.tsx';
import { ProofSection } from './proof-section.tsx';
import { TaskListPage } from './task-list-page.tsx';
import { type CaseAndService, WithCase } from './with-case.tsx';

/** The receipt: on screen, on paper, and at this address next month [U13]. */
export function ReceiptPage() {
  return (
    <WithCase>
      {({ own, service }) =>
        own.status === 'draft' ? (
          <TaskListPage own={own} service={service} />
        ) : (
          <Receipt own={own} service={service} />
        )
      }
    </WithCase>
  );
}

function Receipt({ own, service }: CaseAndService) {
  const { say, pick, language } = useAccountWords();
  const { hall, feedback } = config();
  const { receipt } = own;
  if (receipt === undefined) return null;
  const rows = [
    { key: 'number', term: say('receipt.number'), value: <strong>{receipt.number}</strong> },
    { key: 'service', term: say('receipt.service'), value: pick(service.names) },
    { key: 'at', term: say('receipt.at'), value: instantInWords(receipt.receivedAt, language) },
    { key: 'authority', term: say('guide.authority'), value: pick(service.competentAuthority) },
    { key: 'by', term: say('receipt.by'), value: dateInWords(receipt.checkedBy, language) },
    {
      key: 'contact',
      term: say('receipt.contact'),
      value: `${pick(hall.name)} · ${hall.phone}\n${pick(hall.hours)}`,
    },
  ];
  return (
    <div className={reading.flow}>
      <PageHeading title={say('receipt.title')} />
      <Panel tone="done" title={say('receipt.done')}>
        <p>{say('receipt.done.text', { number: receipt.number })}</p>
      </Panel>
      <SummaryList rows={rows} />
      <section className={reading.flow}>
        <h2>{say('status.why')}</h2>
        <ul>
          {receipt.why.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <h2>{say('receipt.next')}</h2>
      <ol>
        {service.howItGoes.slice(1).map((step) => (
          <li key={step.en}>{pick(step)}</li>
        ))}
      </ol>
      <p>{say('receipt.means')}</p>
      <div className={`screen-only ${reading.row}`}>
        <Button look="secondary" onPress={() => window.print()}>
          {say('receipt.print')}
        </Button>
        <Link to={`/cases/${own.caseId}`}>{say('already-sent.standing')}</Link>
      </div>
      {feedback === undefined ? null : (
        <p className="screen-only">
          <a href={feedback}>{say('receipt.feedback')}</a>
        </p>
      )}
      <ProofSection caseId={own.caseId} number={receipt.number} />
      <h2>{say('receipt.copy')}</h2>
      <AnswersView service={service} answers={own.answers ?? {}} />
      <section className={reading.flow}>
        <h2>{say('receipt.papers')}</h2>
        {own.documents.length === 0 ? <p>{say('receipt.no-papers')}</p> : null}
        <SummaryList
          rows={own.documents.map(({ fileId, documentId, fileName }) => ({
            key: fileId,
            term: pick(service.documents.find(({ id }) => id === documentId)?.name ?? service.names),
            value: fileName,
          }))}
        />
      </section>
    </div>
  );
}
