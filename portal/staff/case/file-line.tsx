import { useMutation } from '@tanstack/react-query';
import type { CaseFile } from '../../../functions/domain/case/state.ts';
import { answerOf } from '../../shared/api.ts';
import { Button } from '../../shared/button.tsx';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import { api } from '../session.ts';
import { useWords } from '../words.ts';
import styles from './case.module.css';

interface FileLineProps {
  readonly caseId: string;
  readonly file: CaseFile;
  readonly name: string | undefined;
}

/** A file and the way to look at it; what was not found clean cannot be opened. */
export function FileLine({ caseId, file, name }: FileLineProps) {
  const { say, sayIfKnown } = useWords();
  const shown = name ?? file.fileId;
  const view = useMutation({
    mutationFn: (tab: Window | null) =>
      answerOf(
        api().GET('/staff/cases/{caseId}/files/{fileId}', {
          params: { path: { caseId, fileId: file.fileId } },
        }),
      ).then(({ url }) => show(tab, url)),
    onError: (_error, tab) => tab?.close(),
  });
  return (
    <>
      <div className={styles.file}>
        <span>
          {shown} <span className={reading.quiet}>{megabytes(file.bytes)}</span>
        </span>
        {file.scan === 'clean' ? (
          <Button
            look="plain"
            label={say('documents.open.label', { file: shown })}
            busy={view.isPending}
            // The window opens with the press; a browser would stop one that opens after the answer.
            onPress={() => view.mutate(window.open('', '_blank'))}
          >
            {say('documents.open')}
          </Button>
        ) : (
          <span className={reading.quiet}>
            {file.scan === 'checking'
              ? say('documents.checking')
              : sayIfKnown(`refusal.${file.scanReason}`, 'documents.refused')}
          </span>
        )}
      </div>
      {view.error === null ? null : <ProblemPanel error={view.error} />}
    </>
  );
}

function show(tab: Window | null, url: string): void {
  if (tab === null) {
    window.location.assign(url);
    return;
  }
  tab.opener = null;
  tab.location.replace(url);
}

function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
