import { useState } from 'react';
import type { ServiceDocument } from '../../../../functions/domain/catalogue/service.ts';
import { done } from '../../../shared/api.ts';
import type { OwnCase, OwnFile } from '../../../shared/api-types.ts';
import { Button } from '../../../shared/button.tsx';
import { problemBehind } from '../../../shared/problem.ts';
import reading from '../../../shared/reading.module.css';
import { mediaTypeNames, megabytes, sizeInWords } from '../../file-words.ts';
import { api } from '../../session.ts';
import { useAccountWords } from '../../words.ts';
import { useRefreshCase } from '../queries.ts';
import { fileProblem } from './file-problems.ts';
import styles from './form.module.css';
import { sendFile } from './send-file.ts';

interface PaperProps {
  readonly own: OwnCase;
  readonly document: ServiceDocument;
  readonly most: number;
  readonly error?: string | undefined;
}

/** One paper: what is there of it, and the way to add a file. */
export function Paper({ own, document, most, error }: PaperProps) {
  const { say, sayIfKnown, pick } = useAccountWords();
  const refresh = useRefreshCase();
  const [sending, setSending] = useState<{ name: string; share: number }>();
  const [wrong, setWrong] = useState<string>();
  const files = own.documents.filter(({ documentId }) => documentId === document.id);
  const facts = { types: mediaTypeNames(document.mediaTypes), megabytes: megabytes(document.maxBytes), most };

  const send = async (file: File) => {
    const problem = fileProblem(file, document, { count: own.documents.length, most });
    if (problem !== undefined) return setWrong(say(`file.${problem}`, { name: file.name, ...facts }));
    setWrong(undefined);
    setSending({ name: file.name, share: 0 });
    try {
      const onProgress = (share: number) => setSending({ name: file.name, share });
      await sendFile({ caseId: own.caseId, documentId: document.id, file, onProgress });
    } catch (refusal) {
      const { kind, title, next } = problemBehind(refusal);
      setWrong(
        title ? `${title} ${next}` : sayIfKnown(`file.${kind}`, 'file.upload-failed', { name: file.name }),
      );
    } finally {
      setSending(undefined);
      await refresh(own.caseId);
    }
  };

  const shown = wrong ?? error;
  return (
    <>
      <ul className={styles.files}>
        {files.map((file) => (
          <FileLine
            key={file.fileId}
            caseId={own.caseId}
            file={file}
            facts={facts}
            contentOnly={own.contentChecked}
          />
        ))}
      </ul>
      {sending === undefined ? null : (
        <label className={styles.sending}>
          {say('file.sending', { name: sending.name })}
          <progress className={styles.progress} max={1} value={sending.share} />
        </label>
      )}
      <div className={styles.chooser}>
        {shown === undefined ? null : (
          <p id={`paper-${document.id}-error`} className={styles.error} role="alert">
            {shown}
          </p>
        )}
        <label className={styles.choose}>
          {say(files.length === 0 ? 'file.choose' : 'file.another')}
          <span className={reading.hidden}> {pick(document.name)}</span>
          <input
            id={`paper-${document.id}`}
            className={reading.hidden}
            type="file"
            accept={document.mediaTypes.join(',')}
            disabled={sending !== undefined}
            aria-describedby={shown === undefined ? undefined : `paper-${document.id}-error`}
            aria-invalid={shown === undefined ? undefined : true}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              // Emptied, so that the same file can be chosen again.
              target.value = '';
              if (file !== undefined) send(file);
            }}
          />
        </label>
      </div>
    </>
  );
}

interface FileLineProps {
  readonly caseId: string;
  readonly file: OwnFile;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly contentOnly: boolean;
}

function FileLine({ caseId, file, facts, contentOnly }: FileLineProps) {
  const { say, sayIfKnown } = useAccountWords();
  const refresh = useRefreshCase();
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    const params = { path: { caseId, fileId: file.fileId } };
    await done(api().DELETE('/me/cases/{caseId}/documents/{fileId}', { params })).catch(() => undefined);
    await refresh(caseId);
    setBusy(false);
  };
  const refused = file.state === 'refused';
  return (
    <li className={refused ? `${styles.file} ${styles.refused}` : styles.file}>
      <strong>{file.fileName}</strong>
      <span>{sizeInWords(file.bytes)}</span>
      <span role="status" className={refused ? styles.error : undefined}>
        {refused
          ? sayIfKnown(`file.${file.why}`, 'file.upload-failed', { name: file.fileName, ...facts })
          : say(
              file.state === 'checking'
                ? 'file.checking'
                : contentOnly
                  ? 'file.clean.content-only'
                  : 'file.clean',
            )}
      </span>
      {file.why === 'file-lost' ? null : (
        <Button
          look="plain"
          busy={busy}
          label={say('file.remove.label', { name: file.fileName })}
          onPress={remove}
        >
          {say('file.remove')}
        </Button>
      )}
    </li>
  );
}
