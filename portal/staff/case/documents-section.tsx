import type { DOCUMENT_VERDICTS } from '../../../functions/domain/case/state.ts';
import { requiredDocuments } from '../../../functions/domain/catalogue/required-documents.ts';
import type { ServiceDocument } from '../../../functions/domain/catalogue/service.ts';
import reading from '../../shared/reading.module.css';
import { Tag, type TagTone } from '../../shared/tag.tsx';
import { useWords } from '../words.ts';
import styles from './case.module.css';
import { FileLine } from './file-line.tsx';
import { JudgeDocument } from './judge-document.tsx';
import type { Known } from './known.ts';

const TONES: Readonly<Record<(typeof DOCUMENT_VERDICTS)[number], TagTone>> = {
  ok: 'done',
  'proved-otherwise': 'done',
  missing: 'wrong',
  wrong: 'wrong',
  invalid: 'wrong',
  doubtful: 'yours',
};

/** The papers this application needs, by its answers, what came of each, and the verdict. */
export function DocumentsSection({ known }: { known: Known }) {
  const { say } = useWords();
  const { one, service } = known;
  const documents = requiredDocuments(service, one.answers);
  return (
    <section className={styles.section} aria-labelledby="documents-title">
      <h2 id="documents-title">{say('documents.title')}</h2>
      {documents.length === 0 ? <p>{say('documents.none')}</p> : null}
      {one.state.files.length === 0 ? null : <p className={reading.quiet}>{say('documents.opening')}</p>}
      <ul className={styles.items}>
        {documents.map((document) => (
          <DocumentItem key={document.id} known={known} document={document} />
        ))}
      </ul>
    </section>
  );
}

function DocumentItem({ known, document }: { known: Known; document: ServiceDocument }) {
  const { say, pick } = useWords();
  const { one } = known;
  const { state, texts } = one;
  const files = state.files.filter(({ documentId }) => documentId === document.id);
  const text = texts[`deficiency/document-${document.id}`];
  const verdict =
    'verdicts' in state ? state.verdicts.find(({ documentId }) => documentId === document.id) : undefined;
  return (
    <li className={styles.item} aria-label={pick(document.name)}>
      <div className={styles.title}>
        <h3>{pick(document.name)}</h3>
        {'verdicts' in state ? (
          <Tag tone={verdict === undefined ? 'plain' : TONES[verdict.verdict]}>
            {verdict === undefined ? say('documents.no-verdict') : say(`verdict.${verdict.verdict}`)}
          </Tag>
        ) : null}
      </div>
      {verdict?.reason === undefined || verdict.verdict === 'ok' ? null : (
        <Reason reason={verdict.reason} text={text} />
      )}
      {files.length === 0 ? <p className={reading.quiet}>{say('documents.not-sent')}</p> : null}
      {files.map((file) => (
        <FileLine key={file.fileId} caseId={one.caseId} file={file} name={one.fileNames[file.fileId]} />
      ))}
      <JudgeDocument known={known} document={document} />
    </li>
  );
}

function Reason({ reason, text }: { reason: string; text: string | undefined }) {
  const { say, sayIfKnown } = useWords();
  const said = sayIfKnown(`reason.${reason}`, 'reason.unclear');
  return <p>{text === undefined ? said : say('reason.with-text', { reason: said, text })}</p>;
}
