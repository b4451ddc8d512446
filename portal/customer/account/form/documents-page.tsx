import { useState } from 'react';
import { requiredDocuments } from '../../../../functions/domain/catalogue/required-documents.ts';
import { Button } from '../../../shared/button.tsx';
import { ErrorSummary } from '../../../shared/error-summary.tsx';
import { Fold } from '../../../shared/fold.tsx';
import { Link, useNavigate } from '../../../shared/navigation.tsx';
import { PageHeading } from '../../../shared/page-heading.tsx';
import reading from '../../../shared/reading.module.css';
import { useAccountWords } from '../../words.ts';
import { AlreadySent } from '../already-sent.tsx';
import { type CaseAndService, WithCase } from '../with-case.tsx';
import styles from './form.module.css';
import { Paper } from './paper.tsx';
import { PaperGuide } from './paper-guide.tsx';

export function DocumentsPage() {
  return (
    <WithCase>
      {({ own, service }) =>
        own.status === 'draft' ? <Documents own={own} service={service} /> : <AlreadySent own={own} />
      }
    </WithCase>
  );
}

function Documents({ own, service }: CaseAndService) {
  const { say, pick } = useAccountWords();
  const navigate = useNavigate();
  // Files found refused when the page was last sent; what is removed since is no error any more.
  const [found, setFound] = useState<readonly string[]>([]);
  const [attempt, setAttempt] = useState(0);
  const papers = requiredDocuments(service, own.draft?.answers ?? {});
  const refused = own.documents.filter(({ state }) => state === 'refused');
  const errors = refused
    .filter(({ fileId }) => found.includes(fileId))
    .map(({ documentId, fileName }) => ({
      id: `paper-${documentId}`,
      text: say('documents.refused', { name: fileName }),
    }));
  const go = () => {
    // A missing paper may follow; a refused file must not look as if it had been handed in.
    setFound(refused.map(({ fileId }) => fileId));
    setAttempt(attempt + 1);
    if (refused.length === 0) navigate(`/cases/${own.caseId}`);
  };
  return (
    <div className={reading.flow}>
      <Link to={`/cases/${own.caseId}`}>{say('form.to-tasks')}</Link>
      <ErrorSummary errors={errors} attempt={attempt} />
      <PageHeading title={say('documents.title')} wrong={errors.length > 0} />
      <p>{say('documents.how', { most: service.mostFiles })}</p>
      {papers.map((paper) => (
        <section key={paper.id} className={styles.paper}>
          <h2>{pick(paper.name)}</h2>
          <Fold title={say('documents.what')}>
            <PaperGuide paper={paper} />
          </Fold>
          <Paper
            own={own}
            document={paper}
            most={service.mostFiles}
            error={errors.find(({ id }) => id === `paper-${paper.id}`)?.text}
          />
        </section>
      ))}
      <Button onPress={go}>{say('form.continue')}</Button>
      <p className={reading.quiet}>{say('documents.may-miss')}</p>
    </div>
  );
}
