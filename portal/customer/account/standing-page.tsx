import { answerOf } from '../../shared/api.ts';
import { Button, ButtonLink } from '../../shared/button.tsx';
import { config } from '../../shared/config.ts';
import { dateInWords } from '../../shared/dates.ts';
import { Link } from '../../shared/navigation.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { Panel } from '../../shared/panel.tsx';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import { SummaryList } from '../../shared/summary-list.tsx';
import { useLimitWords } from '../limit-words.ts';
import { api } from '../session.ts';
import { StatusView } from '../status-view.tsx';
import { useAccountWords } from '../words.ts';
import { Paper } from './form/paper.tsx';
import { useAct } from './use-act.ts';
import type { CaseAndService } from './with-case.tsx';

/** Where a case stands and what can be done now; what can be done comes from the case itself. */
export function StandingPage({ own, service }: CaseAndService) {
  const { say, sayIfKnown, pick } = useAccountWords();
  const limit = useLimitWords();
  const { caseId, notice, receipt, commands } = own;
  const isOpen = (command: string) => commands.some((one) => one.command === command && one.open);
  const answers = isOpen('supplement') || isOpen('correct');
  return (
    <div className={reading.flow}>
      <PageHeading title={pick(service.names)} />
      {receipt === undefined ? null : <p>{say('cases.number', { number: receipt.number })}</p>}
      <StatusView
        standing={{ ...own, ...(notice && { respondBy: notice.respondBy }) }}
        whyRespondBy={say('status.why.answer', {
          limit: limit(service.limits.answer),
          basis: pick(service.limits.answer.legalBasis),
        })}
      >
        {answers && notice ? (
          <Panel tone="yours" title={say('notice.title', { count: notice.items.length })}>
            <ol>
              {notice.items.map(({ itemId, text }) => (
                <li key={itemId}>{text}</li>
              ))}
            </ol>
            <p>{sayIfKnown(`consequence.${notice.consequence}`, 'consequence.deemed-withdrawn')}</p>
            <ButtonLink to={`/cases/${caseId}/answer`}>{say('notice.answer')}</ButtonLink>
          </Panel>
        ) : null}
      </StatusView>
      <Lost own={own} service={service} />
      <Result own={own} service={service} />
      <h2>{say('standing.more')}</h2>
      <ul className={reading.plain}>
        <li>
          <Link to={`/cases/${caseId}/receipt`}>{say('receipt.title')}</Link>
        </li>
        <li>
          <Link to={`/cases/${caseId}/readers`}>{say('readers.title')}</Link>
        </li>
        {isOpen('withdraw') ? (
          <li>
            <Link to={`/cases/${caseId}/withdraw`}>{say('withdraw.title')}</Link>
          </li>
        ) : null}
      </ul>
      <Stuck own={own} service={service} />
    </div>
  );
}

/** Files that we lost: named, with the way to send them again right here. */
function Lost({ own, service }: CaseAndService) {
  const { say, pick } = useAccountWords();
  const lost = new Set(own.documents.filter(({ why }) => why === 'file-lost').map((one) => one.documentId));
  const papers = service.documents.filter(({ id }) => lost.has(id));
  if (papers.length === 0) return null;
  return (
    <Panel tone="yours" title={say('standing.lost')}>
      {papers.map((paper) => (
        <section key={paper.id}>
          <h3>{pick(paper.name)}</h3>
          <Paper own={own} document={paper} most={service.mostFiles} />
        </section>
      ))}
    </Panel>
  );
}

/** The outcome, the certificate, and where to fetch it. */
function Result({ own, service }: CaseAndService) {
  const { say, pick, language } = useAccountWords();
  const { caseId, certificate, pickUp, decision } = own;
  const download = useAct(async () => {
    const { url } = await answerOf(
      api().GET('/me/cases/{caseId}/certificate', { params: { path: { caseId } } }),
    );
    window.location.assign(url);
  });
  if (own.outcome === undefined) return null;
  const rows = [
    ...(decision
      ? [{ key: 'on', term: say('result.decided-on'), value: dateInWords(decision.decidedOn, language) }]
      : []),
    ...(decision?.ground ? [{ key: 'why', term: say('result.ground'), value: decision.ground }] : []),
    ...(certificate ? [{ key: 'number', term: say('verify.number'), value: certificate.number }] : []),
    ...(pickUp
      ? [
          {
            key: 'place',
            term: say('guide.pick-up'),
            value: `${pick(service.pickUp.place)}\n${pick(service.pickUp.hours)}`,
          },
          { key: 'bring', term: say('result.bring'), value: pick(service.pickUp.bring) },
          { key: 'until', term: say('result.keep-until'), value: dateInWords(pickUp.keepUntil, language) },
        ]
      : []),
  ];
  return (
    <section className={reading.flow}>
      <h2>{say('result.title')}</h2>
      <SummaryList rows={rows} />
      {download.failed === undefined ? null : <ProblemPanel error={download.failed} />}
      {certificate === undefined ? null : (
        <Button busy={download.busy} onPress={download.act}>
          {say('result.download', { title: pick(service.result.title) })}
        </Button>
      )}
    </section>
  );
}

/** Refused, late or stuck: whom to call, and the remedy with its last day [U16]. */
function Stuck({ own, service }: CaseAndService) {
  const { say, pick, language } = useAccountWords();
  const by = own.decision?.remedyBy;
  const { remedy } = service;
  return (
    <Panel tone="quiet" title={say('stuck.title')}>
      <p>{say('stuck.call', { phone: config().hall.phone, number: own.receipt?.number ?? '' })}</p>
      <p>
        {by === undefined
          ? say('guide.remedy', {
              body: pick(remedy.body),
              days: remedy.days,
              basis: pick(remedy.legalBasis),
            })
          : say('stuck.remedy-by', {
              body: pick(remedy.body),
              date: dateInWords(by, language),
              basis: pick(remedy.legalBasis),
            })}
      </p>
    </Panel>
  );
}
