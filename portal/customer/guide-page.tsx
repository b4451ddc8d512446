import { answerOf } from '../shared/api.ts';
import type { PublicService } from '../shared/api-types.ts';
import { ButtonLink } from '../shared/button.tsx';
import { listOfAny } from '../shared/lists.ts';
import { useParams } from '../shared/navigation.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { Panel } from '../shared/panel.tsx';
import { ProblemPage } from '../shared/problem-view.tsx';
import reading from '../shared/reading.module.css';
import { SummaryList } from '../shared/summary-list.tsx';
import { useLoaded } from '../shared/use-loaded.ts';
import { Waiting } from '../shared/waiting.tsx';
import { GuideDocuments } from './guide-documents.tsx';
import styles from './guide-page.module.css';
import { useLimitWords } from './limit-words.ts';
import { api } from './session.ts';
import { useWords } from './words.ts';

export function GuidePage() {
  const { serviceId = '' } = useParams();
  const found = useLoaded(`service ${serviceId}`, () =>
    answerOf(api().GET('/public/services/{serviceId}', { params: { path: { serviceId } } })),
  );
  if (found.state === 'loading') return <Waiting />;
  if (found.state === 'failed') return <ProblemPage error={found.error} again={found.again} />;
  return <Guide service={found.answer} />;
}

function Guide({ service }: { service: PublicService }) {
  const { say, pick } = useWords();
  return (
    <article className={styles.guide}>
      <div className={reading.flow}>
        <PageHeading title={pick(service.names)} />
        <p className={reading.lead}>{pick(service.summary)}</p>
        {service.verifiedOn === null ? (
          <Panel tone="yours">
            <p>{say('sample')}</p>
          </Panel>
        ) : null}
        <ButtonLink to={`/cases/start/${service.id}`}>{say('guide.start')}</ButtonLink>
        <p className={reading.quiet}>{say('guide.start.hint')}</p>
      </div>
      <Facts service={service} />
      <section className={reading.flow}>
        <h2>{say('guide.steps')}</h2>
        <ol className={styles.steps}>
          {service.howItGoes.map((step) => (
            <li key={step.en}>{pick(step)}</li>
          ))}
        </ol>
      </section>
      <section className={reading.flow}>
        <h2>{say('guide.documents')}</h2>
        <GuideDocuments service={service} />
      </section>
      <section className={reading.flow}>
        <h2>{say('guide.basis')}</h2>
        <ul>
          {service.legalBasis.map((article) => (
            <li key={article.en}>{pick(article)}</li>
          ))}
        </ul>
        <p>
          {say('guide.remedy', {
            body: pick(service.remedy.body),
            days: service.remedy.days,
            basis: pick(service.remedy.legalBasis),
          })}
        </p>
      </section>
    </article>
  );
}

/** What people ask first: may I, how long, what does it cost, how often must I come. */
function Facts({ service }: { service: PublicService }) {
  const { say, pick, language } = useWords();
  const limit = useLimitWords();
  const { statutory, promised } = service.limits;
  const rows = [
    { key: 'who', term: say('guide.who'), value: pick(service.whoMayApply) },
    {
      key: 'time',
      term: say('guide.time'),
      value: `${say('guide.time.both', { promised: limit(promised), statutory: limit(statutory) })}\n${pick(statutory.legalBasis)}`,
    },
    {
      key: 'fee',
      term: say('guide.fee'),
      value: `${pick(service.fee.text)}\n${pick(service.fee.legalBasis)}`,
    },
    { key: 'trips', term: say('guide.trips'), value: say('guide.trips.number', { trips: service.trips }) },
    {
      key: 'where',
      term: say('guide.where'),
      value: listOfAny(
        service.channels.map((channel) => say(`guide.where.${channel}`)),
        language,
      ),
    },
    { key: 'result', term: say('guide.result'), value: pick(service.result.title) },
    {
      key: 'pick-up',
      term: say('guide.pick-up'),
      value: `${pick(service.pickUp.place)}\n${pick(service.pickUp.hours)}`,
    },
    { key: 'authority', term: say('guide.authority'), value: pick(service.competentAuthority) },
  ];
  return <SummaryList rows={rows} />;
}
