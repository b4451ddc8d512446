import { Button } from './button.tsx';
import { config } from './config.ts';
import { instantInWords } from './dates.ts';
import { PageHeading } from './page-heading.tsx';
import { Panel } from './panel.tsx';
import { type Problem, problemBehind } from './problem.ts';
import reading from './reading.module.css';
import { useSharedWords } from './words.ts';

interface Words {
  readonly title: string;
  readonly next: string;
}

/** What a problem is called and what to do next: the API's words, else those of these pages. */
export function useProblemWords(): (problem: Problem) => Words {
  const { say, sayIfKnown } = useSharedWords();
  return ({ title, next, kind }) => ({
    title: title || sayIfKnown(`problem.${kind}`, 'problem.unexpected'),
    next:
      next || sayIfKnown(`problem.${kind}.next`, 'problem.unexpected.next') || say('problem.unexpected.next'),
  });
}

/** A page for what could not be shown: what happened, what became of what was typed, what to do, whom to call. */
export function ProblemPage({ error, again }: { error: unknown; again?: () => void }) {
  const { say, language } = useSharedWords();
  const problem = problemBehind(error);
  const { title, next } = useProblemWords()(problem);
  const { backAt } = config();
  return (
    <div className={reading.flow}>
      <PageHeading title={title} />
      <p className={reading.lead}>{next}</p>
      {problem.kind === 'unavailable' && backAt ? (
        <Panel>
          <p>{say('problem.back-at', { at: instantInWords(backAt, language) })}</p>
        </Panel>
      ) : null}
      {again === undefined ? null : (
        <Button look="secondary" onPress={again}>
          {say('problem.again')}
        </Button>
      )}
      <Reference problem={problem} />
    </div>
  );
}

/** The same inside a page, when an act was refused: everything typed stays where it is. */
export function ProblemPanel({ error }: { error: unknown }) {
  const problem = problemBehind(error);
  const { title, next } = useProblemWords()(problem);
  return (
    <Panel tone="wrong" title={title} live>
      <p>{next}</p>
      <Reference problem={problem} />
    </Panel>
  );
}

function Reference({ problem: { reference } }: { problem: Problem }) {
  const { say } = useSharedWords();
  return reference === '' ? null : <p className={reading.quiet}>{say('problem.reference', { reference })}</p>;
}
