import { REASSIGN_REASONS } from '../../../functions/domain/case/commands/reassign.ts';
import { config } from '../../shared/config.ts';
import { readCode } from '../sign-in/read-code.ts';
import type { StaffSaid } from '../words.ts';
import { type FormField, type FormSpec, ifSaid, listOf, type MakeForm, textOf } from './form-spec.ts';

const RELATIONS = ['family', 'business', 'own-matter', 'other'] as const;

/** A line that is not met needs its evidence in words. */
export function lineNotMetForm(lineId: string, { say }: StaffSaid): FormSpec {
  return {
    first: {},
    fields: () => [{ name: 'evidence', kind: 'line', label: say('field.evidence'), least: 2 }],
    form: (values) => ({ lineId, finding: 'not-met', evidence: textOf(values, 'evidence') }),
  };
}

/** Signing asks for password and one-time password again, in the same step; where a provider keeps them, it has asked. */
const signOpinion: MakeForm = (_known, { say }) => {
  const hasProvider = config().staffProvider !== undefined;
  const secrets: FormField[] = [
    { name: 'password', kind: 'secret', label: say('sign-in.password') },
    { name: 'code', kind: 'code', label: say('sign-in.code'), hint: say('sign-in.code.hint') },
  ];
  return {
    first: {},
    fields: () => [
      { name: 'opinion', kind: 'text', label: say('field.opinion'), least: 2 },
      ...(hasProvider ? [] : secrets),
    ],
    form: (values) => ({ opinion: textOf(values, 'opinion'), reauthenticated: true }),
    proof: (values) =>
      hasProvider
        ? 'by-provider'
        : {
            password: typeof values.password === 'string' ? values.password : '',
            code: readCode(textOf(values, 'code')),
          },
  };
};

/** For each line chosen the reason and the cure; those found not met are chosen already, with their evidence. */
const returnToIntake: MakeForm = ({ one: { state, texts }, service }, { say, pick }) => {
  const lines = service.reviewChecklist;
  const failed = 'findings' in state ? state.findings.filter(({ finding }) => finding === 'not-met') : [];
  const titleOf = (lineId: string) => {
    const line = lines.find(({ id }) => id === lineId);
    return line === undefined ? lineId : pick(line.text);
  };
  return {
    first: {
      lines: failed.map(({ lineId }) => lineId),
      ...Object.fromEntries(
        failed.map(({ lineId }) => [`reason:${lineId}`, texts[`evidence/${lineId}`] ?? '']),
      ),
    },
    fields: (values) => [
      {
        name: 'lines',
        kind: 'choices',
        label: say('field.lines'),
        choices: lines.map(({ id, text }) => ({ value: id, text: pick(text) })),
      },
      ...listOf(values, 'lines').flatMap((lineId) => [
        {
          name: `reason:${lineId}`,
          kind: 'line' as const,
          label: say('field.line.reason', { line: titleOf(lineId) }),
          least: 2,
        },
        {
          name: `cure:${lineId}`,
          kind: 'line' as const,
          label: say('field.line.cure', { line: titleOf(lineId) }),
          least: 2,
        },
      ]),
    ],
    form: (values) => ({
      failedLines: listOf(values, 'lines').map((lineId) => ({
        lineId,
        reason: textOf(values, `reason:${lineId}`),
        cure: textOf(values, `cure:${lineId}`),
      })),
    }),
  };
};

const recuse: MakeForm = (_known, { say }) => ({
  first: {},
  fields: () => [
    {
      name: 'relation',
      kind: 'choice',
      label: say('field.relation'),
      choices: RELATIONS.map((value) => ({ value, text: say(`relation.${value}`) })),
    },
  ],
  form: (values) => ({ relation: textOf(values, 'relation') }),
});

const reassign: MakeForm = (_known, { say }) => ({
  first: {},
  fields: () => [
    {
      name: 'reason',
      kind: 'choice',
      label: say('field.reason'),
      choices: REASSIGN_REASONS.map((value) => ({ value, text: say(`reason.${value}`) })),
    },
    { name: 'text', kind: 'line', label: say('field.optional-line'), optional: true },
  ],
  form: (values) => ({ reason: textOf(values, 'reason'), ...ifSaid(values, 'text') }),
});

export const REVIEW_FORMS: Readonly<Record<string, MakeForm>> = {
  'sign-opinion': signOpinion,
  return: returnToIntake,
  recuse,
  reassign,
};
