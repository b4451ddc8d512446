import { useRef, useState } from 'react';
import { Button } from '../../shared/button.tsx';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import { Tag } from '../../shared/tag.tsx';
import type { StaffService } from '../staff-types.ts';
import { useWords } from '../words.ts';
import styles from './case.module.css';
import { CommandForm } from './command-form.tsx';
import { isOpen, type Known } from './known.ts';
import { lineNotMetForm } from './review-forms.ts';
import { useGive } from './use-give.ts';

type Line = StaffService['reviewChecklist'][number];

const TONES = { met: 'done', 'not-met': 'wrong', 'not-applicable': 'plain' } as const;
const AT_ONCE = ['met', 'not-applicable'] as const;

/** The published standard: what intake looks at, and the lines the reviewer answers one by one. */
export function LinesSection({ known }: { known: Known }) {
  const { say } = useWords();
  const { one, service } = known;
  const isIntake = ['submitted', 'awaiting-supplement'].includes(one.state.status);
  const lines = isIntake ? service.acceptanceChecklist : service.reviewChecklist;
  return (
    <section className={styles.section} aria-labelledby="lines-title">
      <h2 id="lines-title">{say(isIntake ? 'intake-lines.title' : 'lines.title')}</h2>
      <ul className={styles.items}>
        {lines.map((line) => (
          <LineItem key={line.id} known={known} line={line} />
        ))}
      </ul>
    </section>
  );
}

function LineItem({ known: { one }, line }: { known: Known; line: Line }) {
  const { say, pick } = useWords();
  const { state, texts } = one;
  const finding = 'findings' in state ? state.findings.find(({ lineId }) => lineId === line.id) : undefined;
  const returned =
    'failedLines' in state ? state.failedLines.some(({ lineId }) => lineId === line.id) : false;
  const evidence = texts[`evidence/${line.id}`];
  return (
    <li className={styles.item} aria-label={pick(line.text)}>
      <div className={styles.title}>
        <h3>{pick(line.text)}</h3>
        {'findings' in state ? (
          <Tag tone={finding === undefined ? 'plain' : TONES[finding.finding]}>
            {finding === undefined ? say('lines.open') : say(`finding.${finding.finding}`)}
          </Tag>
        ) : null}
      </div>
      <p className={reading.quiet}>{say('lines.basis', { basis: pick(line.legalBasis) })}</p>
      {finding?.finding === 'not-met' && evidence !== undefined ? (
        <p>{say('lines.evidence', { text: evidence })}</p>
      ) : null}
      {returned ? (
        <>
          <p>{say('returned.reason', { text: texts[`return/${line.id}/reason`] ?? '' })}</p>
          <p>{say('returned.cure', { text: texts[`return/${line.id}/cure`] ?? '' })}</p>
        </>
      ) : null}
      <AnswerLine one={one} line={line} />
    </li>
  );
}

function AnswerLine({ one, line }: { one: Known['one']; line: Line }) {
  const said = useWords();
  const { say, pick } = said;
  const [isForm, setForm] = useState(false);
  const buttons = useRef<HTMLDivElement>(null);
  const give = useGive(one.caseId);
  if (!isOpen(one, 'answer-review-line') && !isForm) return null;
  const lineText = pick(line.text);
  const close = () => {
    setForm(false);
    buttons.current?.querySelector('button')?.focus();
  };
  return (
    <>
      {give.error === null || give.isPending ? null : <ProblemPanel error={give.error} />}
      <div ref={buttons} className={styles.buttons}>
        {AT_ONCE.map((finding) => (
          <Button
            key={finding}
            look="secondary"
            busy={give.isPending}
            label={say('lines.label', { line: lineText, finding: say(`finding.${finding}`) })}
            onPress={() =>
              give.mutate({
                command: 'answer-review-line',
                form: { lineId: line.id, finding },
                seen: one.version,
              })
            }
          >
            {say(`finding.${finding}`)}
          </Button>
        ))}
        <Button
          look="secondary"
          label={say('lines.not-met.label', { line: lineText })}
          onPress={() => setForm(!isForm)}
        >
          {say('lines.not-met')}
        </Button>
      </div>
      {isForm ? (
        <CommandForm
          one={one}
          command="answer-review-line"
          spec={lineNotMetForm(line.id, said)}
          prefix={`line-${line.id}`}
          onDone={close}
          onCancel={close}
        />
      ) : null}
    </>
  );
}
