import { HOLD_REASONS } from '../../../functions/domain/case/state-parts.ts';
import { ifSaid, type MakeForm, textOf } from './form-spec.ts';

const OUTCOMES = ['granted', 'refused'] as const;
const COLLECTORS = ['applicant', 'representative'] as const;
const REACHED = ['reached', 'no-answer', 'wrong-number'] as const;

/** A refusal names its ground and article; granting asks for nothing more. */
const decide: MakeForm = (_known, { say }) => ({
  first: {},
  fields: (values) => [
    {
      name: 'outcome',
      kind: 'choice',
      label: say('field.outcome'),
      choices: OUTCOMES.map((value) => ({ value, text: say(`outcome.${value}`) })),
    },
    ...(values.outcome === 'refused'
      ? [
          { name: 'ground', kind: 'text' as const, label: say('field.decision-ground'), least: 5 },
          { name: 'article', kind: 'line' as const, label: say('field.article'), least: 2 },
        ]
      : []),
  ],
  form: (values) =>
    values.outcome === 'refused'
      ? { outcome: 'refused', ground: textOf(values, 'ground'), article: textOf(values, 'article') }
      : { outcome: textOf(values, 'outcome') },
});

const collect: MakeForm = (_known, { say }) => ({
  first: {},
  fields: (values) => [
    {
      name: 'collector',
      kind: 'choice',
      label: say('field.collector'),
      choices: COLLECTORS.map((value) => ({ value, text: say(`collector.${value}`) })),
    },
    ...(values.collector === 'representative'
      ? [{ name: 'mandateSeen', kind: 'tick' as const, label: say('field.mandate-seen') }]
      : []),
  ],
  form: (values) => ({
    collector: textOf(values, 'collector'),
    ...(values.collector === 'representative' && { mandateSeen: values.mandateSeen === true }),
  }),
});

const confirmIdentity: MakeForm = (_known, { say }) => ({
  first: {},
  fields: () => [{ name: 'originalSeen', kind: 'tick', label: say('field.original-seen') }],
  form: () => ({ originalSeen: true }),
});

const mail: MakeForm = (_known, { say }) => ({
  first: {},
  fields: () => [{ name: 'postingNumber', kind: 'line', label: say('field.posting-number'), least: 4 }],
  form: (values) => ({ postingNumber: textOf(values, 'postingNumber') }),
});

const recordCall: MakeForm = (_known, { say }) => ({
  first: {},
  fields: () => [
    {
      name: 'reached',
      kind: 'choice',
      label: say('field.reached'),
      choices: REACHED.map((value) => ({ value, text: say(`call.${value}`) })),
    },
    { name: 'text', kind: 'line', label: say('field.optional-line'), optional: true },
  ],
  form: (values) => ({ reached: textOf(values, 'reached'), ...ifSaid(values, 'text') }),
});

const addNote: MakeForm = (_known, { say }) => ({
  first: {},
  fields: () => [{ name: 'text', kind: 'text', label: say('field.note') }],
  form: (values) => ({ text: textOf(values, 'text') }),
});

/** Legal hold: a reason from the list, and what it is about. */
const placeHold: MakeForm = (_known, { say }) => ({
  first: {},
  fields: () => [
    {
      name: 'reason',
      kind: 'choice',
      label: say('field.reason'),
      choices: HOLD_REASONS.map((value) => ({ value, text: say(`reason.${value}`) })),
    },
    { name: 'text', kind: 'line', label: say('field.hold-text'), least: 2 },
  ],
  form: (values) => ({ reason: textOf(values, 'reason'), text: textOf(values, 'text') }),
});

const liftHold: MakeForm = (_known, { say }) => ({
  first: {},
  fields: () => [{ name: 'text', kind: 'line', label: say('field.hold-text'), least: 2 }],
  form: (values) => ({ text: textOf(values, 'text') }),
});

export const HANDLING_FORMS: Readonly<Record<string, MakeForm>> = {
  decide,
  collect,
  'confirm-identity': confirmIdentity,
  mail,
  'record-call': recordCall,
  'add-note': addNote,
  'place-hold': placeHold,
  'lift-hold': liftHold,
};
