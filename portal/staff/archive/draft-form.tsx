import { useState } from 'react';
import { Button } from '../../shared/button.tsx';
import { ChoicesField } from '../../shared/choice-field.tsx';
import { ErrorSummary } from '../../shared/error-summary.tsx';
import { More } from '../../shared/more.tsx';
import { useNavigate } from '../../shared/navigation.tsx';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import { LongTextField } from '../../shared/text-field.tsx';
import { useServiceNames } from '../queries.ts';
import { useWords } from '../words.ts';
import { type DueCase, useDraftList } from './archive-queries.ts';

const LEAST_APPRAISAL = 5;

interface DraftFormProps {
  readonly cases: readonly DueCase[];
  readonly mayDraft: boolean;
  readonly more: { readonly busy: boolean; readonly fetch: () => void } | undefined;
}

/** The cases whose time is over, to be picked for a list with its appraisal; what is on hold cannot be picked. */
export function DraftForm({ cases, mayDraft, more }: DraftFormProps) {
  const { say, pick } = useWords();
  const { data: names } = useServiceNames();
  const go = useNavigate();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [appraisal, setAppraisal] = useState('');
  const [attempt, setAttempt] = useState(0);
  const draft = useDraftList();
  const wrong = {
    cases: picked.length === 0 ? say('archive.draft.cases.none') : undefined,
    appraisal: appraisal.trim().length < LEAST_APPRAISAL ? say('archive.draft.appraisal.short') : undefined,
  };
  const errors =
    attempt === 0
      ? []
      : Object.entries(wrong).flatMap(([id, text]) => (text === undefined ? [] : [{ id, text }]));
  const choices = cases
    .filter(({ card }) => card.onHold !== true)
    .map(({ caseId, card }) => {
      const service = names?.get(String(card.service));
      return {
        value: caseId,
        text: `${card.receiptNumber} ${service === undefined ? card.service : pick(service)}`,
        hint: say('archive.due.since', { day: String(card.dueAt) }),
      };
    });
  const submit = () => {
    setAttempt(attempt + 1);
    if (wrong.cases !== undefined || wrong.appraisal !== undefined || draft.isPending) return;
    draft.mutate(
      { caseIds: [...picked], appraisal: appraisal.trim() },
      { onSuccess: ({ listId }) => go(`/archive/lists/${listId}`) },
    );
  };
  return (
    <form
      aria-label={say('archive.draft')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary errors={errors} attempt={attempt} />
      <ChoicesField
        id="cases"
        label={say('archive.draft.cases')}
        choices={choices}
        values={picked}
        onChange={setPicked}
        error={attempt === 0 ? undefined : wrong.cases}
      />
      {more === undefined ? null : <More busy={more.busy} onPress={more.fetch} />}
      {mayDraft ? (
        <>
          <LongTextField
            id="appraisal"
            label={say('archive.draft.appraisal')}
            hint={say('archive.draft.appraisal.hint')}
            value={appraisal}
            onChange={setAppraisal}
            error={attempt === 0 ? undefined : wrong.appraisal}
          />
          {draft.error === null ? null : <ProblemPanel error={draft.error} />}
          <Button type="submit" busy={draft.isPending}>
            {say('archive.draft')}
          </Button>
        </>
      ) : null}
    </form>
  );
}
