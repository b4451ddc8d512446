import { useState } from 'react';
import { Button } from '../../shared/button.tsx';
import { Link, useParams } from '../../shared/navigation.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import { TextField } from '../../shared/text-field.tsx';
import { useWords } from '../words.ts';
import { useOpenPapers } from './archive-queries.ts';
import { PaperView } from './paper-view.tsx';

const LEAST_REASON = 5;

/** Filed papers: a reason first, then each under a watermark, to be read here and not taken along. [6.4.2] */
export function PapersPage() {
  const { say } = useWords();
  const { caseId = '' } = useParams();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const papers = useOpenPapers(caseId);
  const short = reason.trim().length < LEAST_REASON;
  return (
    <div className={reading.flow}>
      <Link to={`/cases/${caseId}`}>{say('archive.papers.back')}</Link>
      <PageHeading title={say('archive.papers')} />
      {papers.data === undefined ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (!short && !papers.isPending) papers.mutate(reason.trim());
          }}
        >
          <p>{say('archive.papers.lead')}</p>
          <TextField
            id="reason"
            label={say('archive.papers.reason')}
            value={reason}
            onChange={setReason}
            width="full"
            error={tried && short ? say('archive.papers.reason.short') : undefined}
          />
          {papers.error === null ? null : <ProblemPanel error={papers.error} />}
          <Button type="submit" busy={papers.isPending}>
            {say('archive.papers.open')}
          </Button>
        </form>
      ) : (
        papers.data.papers.map((paper) => (
          <PaperView key={paper.name} paper={paper} watermark={papers.data.watermark} />
        ))
      )}
    </div>
  );
}
