import type { ServiceDocument } from '../../functions/domain/catalogue/service.ts';
import type { PublicService } from '../shared/api-types.ts';
import reading from '../shared/reading.module.css';
import { Tag } from '../shared/tag.tsx';
import { useConditionWords } from './condition-words.ts';
import { mediaTypeNames, megabytes } from './file-words.ts';
import styles from './guide-page.module.css';
import { useWords } from './words.ts';

/** Every paper with who issues it, where, and what a good one shows [U2]. */
export function GuideDocuments({ service }: { service: PublicService }) {
  return (
    <ul className={styles.documents}>
      {service.documents.map((document) => (
        <GuideDocument key={document.id} service={service} document={document} />
      ))}
    </ul>
  );
}

function GuideDocument({ service, document }: { service: PublicService; document: ServiceDocument }) {
  const { say, pick } = useWords();
  const condition = useConditionWords(service);
  const facts = [
    { term: say('document.issued-by'), text: pick(document.issuedBy) },
    { term: say('document.where'), text: pick(document.whereToGet) },
    { term: say('document.sample'), text: pick(document.sample) },
    {
      term: say('document.format'),
      text: say('document.format.text', {
        types: mediaTypeNames(document.mediaTypes),
        megabytes: megabytes(document.maxBytes),
      }),
    },
    { term: say('document.basis'), text: pick(document.legalBasis) },
  ];
  return (
    <li>
      <h3>{pick(document.name)}</h3>
      {document.requiredIf === undefined ? null : <p>{condition(document.requiredIf)}</p>}
      {document.mayFollow ? (
        <p>
          <Tag tone="running">{say('document.may-follow')}</Tag>
        </p>
      ) : null}
      <dl className={styles.facts}>
        {facts.map(({ term, text }) => (
          <div key={term}>
            <dt className={reading.quiet}>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
