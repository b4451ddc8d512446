import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { config } from '../../shared/config.ts';
import { Panel } from '../../shared/panel.tsx';
import reading from '../../shared/reading.module.css';
import { isProved } from '../sign-in/proved.ts';
import type { OfferedCommand } from '../staff-types.ts';
import { useWords } from '../words.ts';
import styles from './case.module.css';
import { CommandForm } from './command-form.tsx';
import { type MakeForm, NO_FORM } from './form-spec.ts';
import { HANDLING_FORMS } from './handling-forms.ts';
import { INTAKE_FORMS } from './intake-forms.ts';
import type { Known } from './known.ts';
import { ProofView } from './proof-view.tsx';
import { REVIEW_FORMS } from './review-forms.ts';

/** Given beside the document, answer or line they are about. */
const GIVEN_BESIDE = ['judge-document', 'judge-answer', 'answer-review-line'];
const FORMS: Readonly<Record<string, MakeForm>> = { ...INTAKE_FORMS, ...REVIEW_FORMS, ...HANDLING_FORMS };

/** Exactly the commands the API gives for this case and this colleague; closed ones say why. */
export function ActsSection({ known }: { known: Known }) {
  const { say, sayIfKnown } = useWords();
  const [chosen, setChosen] = useState<string>();
  const [done, setDone] = useState<string>();
  const here = known.one.commands.filter(({ command }) => !GIVEN_BESIDE.includes(command));
  const open = here.filter((offered) => offered.open);
  const closed = here.filter((offered) => !offered.open);
  const beside = known.one.commands.some(({ command, open: can }) => can && GIVEN_BESIDE.includes(command));
  // One whose form is open stays: the case may have moved on under it, and what was typed is not to vanish.
  const kept = chosen === undefined || open.some(({ command }) => command === chosen) ? [] : [chosen];
  const shown = [...kept, ...open.map(({ command }) => command)];
  const finish = (command: string) => {
    setChosen(undefined);
    setDone(command);
  };
  return (
    <section id="acts" className={styles.section} aria-labelledby="acts-title" tabIndex={-1}>
      <h2 id="acts-title">{say('acts.title')}</h2>
      {done === undefined ? null : (
        <Done text={say('act.done', { command: sayIfKnown(`command.${done}`, 'acts.title') })} />
      )}
      {beside ? <p className={reading.quiet}>{say('acts.here')}</p> : null}
      {here.length === 0 && !beside ? <p>{say('acts.none')}</p> : null}
      <ul className={styles.acts}>
        {shown.map((command) => (
          <Act
            key={command}
            known={known}
            command={command}
            isChosen={chosen === command}
            onChoose={() => {
              setChosen(chosen === command ? undefined : command);
              setDone(undefined);
            }}
            onDone={() => finish(command)}
          />
        ))}
        {closed
          .filter(({ command }) => command !== chosen)
          .map((offered) => (
            <ClosedAct key={offered.command} offered={offered} />
          ))}
      </ul>
    </section>
  );
}

interface ActProps {
  readonly known: Known;
  readonly command: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onDone: () => void;
}

function Act({ known, command, isChosen, onChoose, onDone }: ActProps) {
  const said = useWords();
  const { sayIfKnown } = said;
  const toggle = useRef<HTMLButtonElement>(null);
  return (
    <li className={styles.act}>
      <button
        ref={toggle}
        type="button"
        className={styles.toggle}
        aria-expanded={isChosen}
        onClick={onChoose}
      >
        {sayIfKnown(`command.${command}`, 'acts.title')}
      </button>
      {isChosen ? (
        <ChosenForm
          one={known.one}
          command={command}
          spec={FORMS[command]?.(known, said) ?? NO_FORM}
          prefix={command}
          about={<p>{sayIfKnown(`about.${command}`, 'about.other')}</p>}
          onDone={onDone}
          onCancel={() => {
            onChoose();
            toggle.current?.focus();
          }}
        />
      ) : null}
    </li>
  );
}

/** Where the provider keeps the passwords, who signs leaves for it before anything is typed; what is being typed stays. */
function ChosenForm(props: ComponentProps<typeof CommandForm>) {
  const [provider] = useState(() =>
    props.spec.proof && !isProved() ? config().staffProvider?.name : undefined,
  );
  return provider === undefined ? <CommandForm {...props} /> : <ProofView provider={provider} />;
}

function ClosedAct({ offered: { command, why, next } }: { offered: OfferedCommand }) {
  const { say, sayIfKnown } = useWords();
  const id = `closed-${command}`;
  return (
    <li className={styles.act}>
      <button type="button" className={styles.toggle} aria-disabled="true" aria-describedby={id}>
        {sayIfKnown(`command.${command}`, 'acts.title')}
      </button>
      <p id={id} className={styles.why}>
        <span className={reading.hidden}>{say('acts.closed')}</span> {why} {next}
      </p>
    </li>
  );
}

/** What was just done. It takes the focus of the form that is gone, so that it is read out. */
function Done({ text }: { text: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={box} tabIndex={-1}>
      <Panel tone="done" live>
        <p>{text}</p>
      </Panel>
    </div>
  );
}
