import * as z from 'zod/mini';
import type { Answers } from '../../catalogue/answers.ts';
import { normaliseAnswers } from '../../catalogue/normalise.ts';
import { requiredDocuments } from '../../catalogue/required-documents.ts';
import type { Service } from '../../catalogue/service.ts';
import { validateAnswers } from '../../catalogue/validate-answers.ts';
import { localDate } from '../../clock/local-time.ts';
import { refuse } from '../../refusal.ts';
import { applicantOf } from '../applicant.ts';
import { defineCommand } from '../define-command.ts';
import { expiryRefusal } from '../draft-expiry.ts';
import { maskName } from '../mask-name.ts';
import { acceptCase, examinationLimits, toApplicant } from '../next-case.ts';
import { refuseFields, type StatusCase } from '../rule.ts';
import type { CasePersonal } from '../state.ts';

/**
 * The customer hands the application in: the draft's answers become part of the record, the receipt is dated, and
 * whoever has an account or a phone is told. A paper may be missing; the officer will say so once, with all the rest.
 * Refused field by field when an answer is missing or wrong. [3.2.1] [3.3.2]
 */
export const submit = defineCommand({
  command: 'submit',
  from: ['draft'],
  to: ['submitted'],
  by: { kind: 'customer' },
  input: z.strictObject({ revision: z.int() }),
  closed: ({ state }) => expiryRefusal(state),
  decide: (current, { revision }, { now, reference }) => {
    const { service, draft, receiptNumber, finders = [], days } = reference;
    const { state } = current;
    if (draft === undefined || receiptNumber === undefined) return refuse('draft-is-empty');
    if (service.assurance.submit === 'checked' && reference.assurance !== 'checked') {
      return refuse('identity-not-checked');
    }
    if (draft.revision !== revision) return refuse('draft-changed-meanwhile', { revision: draft.revision });
    const answers = normaliseAnswers(service, draft.answers);
    const problems = validateAnswers(service, answers, localDate(now, days.calendar.timeZone));
    if (problems.length > 0) return refuseFields('invalid-answers', problems);
    if (state.files.some(({ scan }) => scan === 'checking')) return refuse('files-still-being-checked');
    const { name, email, mobile } = applicantOf(service, answers);
    const contacts = { mail: email !== undefined, sms: mobile !== undefined };
    const missing = missingPapers(service, answers, current);
    const { keptUntil: _draft, status: _was, ...kept } = state;
    return acceptCase(
      current,
      { type: 'submitted', revision },
      {
        ...kept,
        status: 'submitted',
        receiptNumber,
        submittedAt: now,
        draftRevision: revision,
        channel: 'online',
        maskedName: maskName(name ?? ''),
        finders: [...finders],
        contacts,
        delivery: String(answers.delivery ?? 'counter'),
        identityChecked: reference.assurance === 'checked',
        checked: false,
        notices: 0,
        verdicts: missing.map((documentId) => ({ documentId, verdict: 'missing', reason: NOT_HANDED_IN })),
        deficiencies: missing.map((documentId) => ({
          itemId: `document-${documentId}`,
          about: 'document',
          target: documentId,
          reason: NOT_HANDED_IN,
        })),
        ...examinationLimits(now, reference),
      },
      {
        personal: { ...current.personal, answers: mutable(answers) },
        messages: toApplicant('receipt', contacts),
      },
    );
  },
});

const NOT_HANDED_IN = 'not-handed-in';

/** A required paper that is not there is plainly missing, and will be told; all others wait for the officer's eye. */
function missingPapers(
  service: Service,
  answers: Answers,
  { state }: StatusCase<'draft'>,
): readonly string[] {
  return requiredDocuments(service, answers)
    .map(({ id }) => id)
    .filter((id) => !state.files.some(({ documentId, scan }) => documentId === id && scan === 'clean'));
}

/** Answers as the sealed part keeps them. */
export function mutable(answers: Answers): CasePersonal['answers'] {
  return Object.fromEntries(
    Object.entries(answers).map(([id, answer]): [string, CasePersonal['answers'][string]] => {
      if (typeof answer === 'string' || typeof answer === 'boolean') return [id, answer];
      const texts = answer.filter((one) => typeof one === 'string');
      const entries = answer.filter((one) => typeof one === 'object').map((one) => ({ ...one }));
      return [id, texts.length > 0 ? texts : entries];
    }),
  );
}
