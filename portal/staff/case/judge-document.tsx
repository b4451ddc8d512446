import { useRef, useState } from 'react';
import type { ServiceDocument } from '../../../functions/domain/catalogue/service.ts';
import { Button } from '../../shared/button.tsx';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import { useWords } from '../words.ts';
import styles from './case.module.css';
import { CommandForm } from './command-form.tsx';
import { judgeDocumentForm } from './intake-forms.ts';
import { isOpen, type Known } from './known.ts';
import { useGive } from './use-give.ts';

/** The verdict on one document: in order with one press, otherwise with a reason from a list. */
export function JudgeDocument({ known: { one }, document }: { known: Known; document: ServiceDocument }) {
  const said = useWords();
  const { say, pick } = said;
  const [isForm, setForm] = useState(false);
  const other = useRef<HTMLDivElement>(null);
  const give = useGive(one.caseId);
  if (!isOpen(one, 'judge-document') && !isForm) return null;
  const { id } = document;
  const label = { document: pick(document.name) };
  const files = one.state.files.filter(({ documentId }) => documentId === id);
  const canBeInOrder = files.some(({ scan }) => scan === 'clean');
  const close = () => {
    setForm(false);
    other.current?.querySelector('button')?.focus();
  };
  return (
    <>
      {give.error === null || give.isPending ? null : <ProblemPanel error={give.error} />}
      <div ref={other} className={styles.buttons}>
        {canBeInOrder ? (
          <Button
            look="secondary"
            label={say('documents.ok.label', label)}
            busy={give.isPending}
            onPress={() =>
              give.mutate({
                command: 'judge-document',
                form: { documentId: id, verdict: 'ok' },
                seen: one.version,
              })
            }
          >
            {say('documents.ok')}
          </Button>
        ) : null}
        <Button
          look="secondary"
          label={say('documents.not-ok.label', label)}
          onPress={() => setForm(!isForm)}
        >
          {say('documents.not-ok')}
        </Button>
      </div>
      {isForm ? (
        <CommandForm
          one={one}
          command="judge-document"
          spec={judgeDocumentForm(id, files.length > 0, said)}
          prefix={`document-${id}`}
          onDone={close}
          onCancel={close}
        />
      ) : null}
    </>
  );
}
