import * as z from 'zod/mini';
import type { Answers } from '../../catalogue/answers.ts';
import { normaliseAnswers } from '../../catalogue/normalise.ts';
import type { Service } from '../../catalogue/service.ts';
import { validateAnswers } from '../../catalogue/validate-answers.ts';
import { localDate } from '../../clock/local-time.ts';
import type { Given } from '../../record/definition.ts';
import type { Refusal } from '../../refusal.ts';
import { defineCommand } from '../define-command.ts';
import { acceptCase, examinationLimits } from '../next-case.ts';
import type { CaseReference } from '../rule.ts';
import type { CaseFile, CasePersonal, Deficiency } from '../state.ts';
import { mutable } from './submit.ts';

export const answersInput = z.record(
  z.string(),
  z.union([
    z.string().check(z.maxLength(2000)),
    z.boolean(),
    z.array(z.string().check(z.maxLength(200))),
    z.array(z.record(z.string(), z.string().check(z.maxLength(200)))),
  ]),
);

/** The customer answers the notice item by item: only what was flagged is open, everything else stays locked. [3.2.2] */
export const supplement = defineCommand({
  command: 'supplement',
  from: ['awaiting-supplement'],
  to: ['submitted'],
  by: { kind: 'customer' },
  input: z.strictObject({ answers: answersInput }),
  decide: (current, { answers }, given) => {
    const { state, personal } = current;
    const cured = cure(state, personal, answers, given);
    if ('kind' in cured) return { accepted: false, refusal: cured };
    const { respondBy: _by, respondByAt: _at, deficiencies, ...rest } = state;
    const asked = new Set(
      deficiencies.filter(({ about }) => about === 'document').map(({ target }) => target),
    );
    return acceptCase(
      current,
      { type: 'supplemented', items: deficiencies.map(({ itemId }) => itemId) },
      {
        ...rest,
        status: 'submitted',
        deficiencies: [],
        receivedAgainAt: given.now,
        ...examinationLimits(given.now, given.reference),
        verdicts: state.verdicts.filter(({ documentId }) => !asked.has(documentId)),
      },
      { personal: cured },
    );
  },
});

interface Asked {
  readonly deficiencies: readonly Deficiency[];
  readonly files: readonly CaseFile[];
}

/** Puts the flagged answers in place of the old; refuses what was not asked, and what is still missing. */
export function cure(
  { deficiencies, files }: Asked,
  personal: CasePersonal,
  answers: Answers,
  { now, reference: { service, days } }: Given<unknown, CaseReference>,
): CasePersonal | Refusal {
  const open = new Set(deficiencies.filter(({ about }) => about === 'question').map(({ target }) => target));
  const locked = Object.keys(answers).find((id) => !open.has(id));
  if (locked !== undefined) return { kind: 'answer-not-asked-for', facts: { fields: [locked] } };
  const missing = deficiencies.filter((one) => !isCured(one, answers, files)).map(({ itemId }) => itemId);
  if (missing.length > 0) return { kind: 'items-unanswered', facts: { items: missing } };
  if (files.some(({ scan }) => scan === 'checking')) return { kind: 'files-still-being-checked' };
  const merged = normaliseAnswers(service, { ...personal.answers, ...answers });
  const problems = problemsOf(service, merged, localDate(now, days.calendar.timeZone), open);
  if (problems.length > 0) return { kind: 'invalid-answers', facts: { fields: problems } };
  return { ...personal, answers: mutable(merged) };
}

function isCured(deficiency: Deficiency, answers: Answers, files: readonly CaseFile[]): boolean {
  const { about, target } = deficiency;
  return about === 'question' ? answers[target] !== undefined : hasNewFile(deficiency, files);
}

/** Whether a flagged paper came again: a file that was there when it was found wrong is no answer. */
export function hasNewFile({ target, had = [] }: Deficiency, files: readonly CaseFile[]): boolean {
  return files.some(
    ({ documentId, fileId, scan }) => documentId === target && scan !== 'refused' && !had.includes(fileId),
  );
}

/** The files of a flagged paper when the customer is asked for another. */
export function filesSoFar(
  { about, target }: Pick<Deficiency, 'about' | 'target'>,
  { files }: Pick<Asked, 'files'>,
): Pick<Deficiency, 'had'> {
  if (about === 'question') return {};
  return { had: files.filter(({ documentId }) => documentId === target).map(({ fileId }) => fileId) };
}

function problemsOf(
  service: Service,
  answers: Answers,
  today: string,
  open: ReadonlySet<string>,
): readonly string[] {
  return validateAnswers(service, answers, today)
    .filter(({ path }) => open.has(path.split('/')[0] ?? ''))
    .map(({ path, kind }) => `${path}:${kind}`);
}
