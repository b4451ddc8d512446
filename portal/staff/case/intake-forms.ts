import { DECLINE_GROUNDS } from '../../../functions/domain/case/commands/decline.ts';
import { ANSWER_REASONS } from '../../../functions/domain/case/commands/judge-answer.ts';
import { DOCUMENT_REASONS } from '../../../functions/domain/case/commands/judge-document.ts';
import { DOCUMENT_VERDICTS } from '../../../functions/domain/case/state.ts';
import { requiredDocuments } from '../../../functions/domain/catalogue/required-documents.ts';
import { visibleQuestions } from '../../../functions/domain/catalogue/visible-questions.ts';
import type { StaffSaid } from '../words.ts';
import { type FormSpec, ifSaid, listOf, type MakeForm, NO_FORM, textOf } from './form-spec.ts';
import type { Known } from './known.ts';

const NOT_IN_ORDER = DOCUMENT_VERDICTS.filter((verdict) => verdict !== 'ok');
const SECOND_NOTICE_REASONS = ['newly-raised-by-answer', 'law-changed', 'override'] as const;

/** A paper that is not in order: which way, why, and one line the applicant reads. */
export function judgeDocumentForm(documentId: string, sent: boolean, { say }: StaffSaid): FormSpec {
  return {
    first: sent ? {} : { verdict: 'missing', reason: 'not-handed-in' },
    fields: () => [
      {
        name: 'verdict',
        kind: 'choice',
        label: say('field.verdict'),
        choices: NOT_IN_ORDER.map((value) => ({ value, text: say(`verdict.${value}`) })),
      },
      {
        name: 'reason',
        kind: 'choice',
        label: say('field.reason'),
        choices: DOCUMENT_REASONS.map((value) => ({ value, text: say(`reason.${value}`) })),
      },
      { name: 'text', kind: 'line', label: say('field.text'), hint: say('field.text.hint'), optional: true },
    ],
    form: (values) => ({
      documentId,
      verdict: textOf(values, 'verdict'),
      reason: textOf(values, 'reason'),
      ...ifSaid(values, 'text'),
    }),
  };
}

/** An answer that must be put right. */
export function judgeAnswerForm(questionId: string, { say }: StaffSaid): FormSpec {
  return {
    first: {},
    fields: () => [
      {
        name: 'reason',
        kind: 'choice',
        label: say('field.reason'),
        choices: ANSWER_REASONS.map((value) => ({ value, text: say(`reason.${value}`) })),
      },
      { name: 'text', kind: 'line', label: say('field.text'), hint: say('field.text.hint'), optional: true },
    ],
    form: (values) => ({
      questionId,
      inOrder: false,
      reason: textOf(values, 'reason'),
      ...ifSaid(values, 'text'),
    }),
  };
}

const sendNotice: MakeForm = ({ one: { state } }, { say }) => {
  const isSecond = 'notices' in state && state.notices > 0;
  if (!isSecond) return NO_FORM;
  return {
    first: {},
    fields: (values) => [
      {
        name: 'secondNoticeReason',
        kind: 'choice',
        label: say('field.second-notice'),
        choices: SECOND_NOTICE_REASONS.map((value) => ({ value, text: say(`reason.${value}`) })),
      },
      ...(textOf(values, 'secondNoticeReason') === 'override'
        ? [{ name: 'text', kind: 'line' as const, label: say('field.text'), least: 2 }]
        : []),
    ],
    form: (values) => ({ ...ifSaid(values, 'secondNoticeReason'), ...ifSaid(values, 'text') }),
  };
};

const decline: MakeForm = ({ service }, { say, pick }) => ({
  first: { competentAuthority: pick(service.competentAuthority) },
  fields: () => [
    {
      name: 'ground',
      kind: 'choice',
      label: say('field.ground'),
      choices: DECLINE_GROUNDS.map((value) => ({ value, text: say(`ground.${value}`) })),
    },
    { name: 'article', kind: 'line', label: say('field.article'), least: 2 },
    { name: 'competentAuthority', kind: 'line', label: say('field.competent-authority'), least: 2 },
    { name: 'text', kind: 'text', label: say('field.explain'), least: 5 },
  ],
  form: (values) => ({
    ground: textOf(values, 'ground'),
    article: textOf(values, 'article'),
    competentAuthority: textOf(values, 'competentAuthority'),
    text: textOf(values, 'text'),
  }),
});

const answerReviewer: MakeForm = (_known, { say }) => ({
  first: {},
  fields: () => [{ name: 'text', kind: 'text', label: say('field.answer'), least: 2 }],
  form: (values) => ({ text: textOf(values, 'text') }),
});

/** Only what is chosen opens to the applicant; for each the line that says what to correct. */
const requestCorrection: MakeForm = (known, { say, pick }) => {
  const items = openable(known);
  const labelOf = (itemId: string) => {
    const item = items.find((one) => one.itemId === itemId);
    return item === undefined ? itemId : pick(item.label);
  };
  return {
    first: {},
    fields: (values) => [
      {
        name: 'items',
        kind: 'choices',
        label: say('field.items'),
        choices: items.map(({ itemId, label }) => ({ value: itemId, text: pick(label) })),
      },
      ...listOf(values, 'items').map((itemId) => ({
        name: `text:${itemId}`,
        kind: 'line' as const,
        label: say('field.item.text', { item: labelOf(itemId) }),
        least: 2,
      })),
    ],
    form: (values) => ({
      items: items
        .filter(({ itemId }) => listOf(values, 'items').includes(itemId))
        .map(({ itemId, about, target }) => ({ about, target, text: textOf(values, `text:${itemId}`) })),
    }),
  };
};

function openable({ one, service }: Known) {
  const documents = requiredDocuments(service, one.answers).map(({ id, name }) => ({
    itemId: `document-${id}`,
    about: 'document' as const,
    target: id,
    label: name,
  }));
  const questions = visibleQuestions(service, one.answers).map(({ id, label }) => ({
    itemId: `question-${id}`,
    about: 'question' as const,
    target: id,
    label,
  }));
  return [...documents, ...questions];
}

export const INTAKE_FORMS: Readonly<Record<string, MakeForm>> = {
  'send-notice': sendNotice,
  decline,
  'answer-reviewer': answerReviewer,
  'request-correction': requestCorrection,
};
