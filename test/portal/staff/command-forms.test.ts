import { beforeEach, describe, expect, test } from 'vitest';
import { LIFECYCLE, ruleOf } from '../../../functions/domain/case/lifecycle.ts';
import { checkForm } from '../../../portal/staff/case/check-form.ts';
import { type FormSpec, NO_FORM, type Values } from '../../../portal/staff/case/form-spec.ts';
import { HANDLING_FORMS } from '../../../portal/staff/case/handling-forms.ts';
import { INTAKE_FORMS, judgeAnswerForm, judgeDocumentForm } from '../../../portal/staff/case/intake-forms.ts';
import type { Known } from '../../../portal/staff/case/known.ts';
import { lineNotMetForm, REVIEW_FORMS } from '../../../portal/staff/case/review-forms.ts';
import type { StaffSaid } from '../../../portal/staff/words.ts';
import { bringTo } from '../../support/given/case-story.ts';
import { givenService } from '../../support/given/service.ts';
import { givenConfig } from '../support/portal-config.ts';

const said: StaffSaid = {
  language: 'zh-Hant',
  say: (id, values) => (values === undefined ? id : `${id} ${Object.values(values).join(' ')}`),
  sayIfKnown: (id) => id,
  pick: (text) => text['zh-Hant'],
};
beforeEach(() => givenConfig());

const FORMS = { ...INTAKE_FORMS, ...REVIEW_FORMS, ...HANDLING_FORMS };

async function known(status: 'submitted' | 'in-review' = 'in-review'): Promise<Known> {
  const { state, version, hall, personal } = await (await bringTo(status)).current();
  const { answers, texts, fileNames } = personal;
  const one = { caseId: 'c1', version, hall, state, texts, fileNames, commands: [], service: state.service };
  return { one: { ...one, answers }, service: { ...givenService(), version: 1 } };
}

function isEmpty(value: Values[string] | undefined): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Fills in a form the way a colleague would: the first choice, some words, every tick, until nothing is asked any more. */
function fillIn(spec: FormSpec, last = false): Values {
  let values = spec.first;
  for (let round = 0; round < 3; round += 1) {
    for (const field of spec.fields(values)) {
      if (!isEmpty(values[field.name])) continue;
      const choice = 'choices' in field ? (last ? field.choices.at(-1) : field.choices[0])?.value : undefined;
      const filled = { choice, choices: [choice], tick: true }[field.kind as 'choice'] ?? '說明文字一行';
      values = { ...values, [field.name]: field.kind === 'choices' ? [String(choice)] : filled };
    }
  }
  return values;
}

const SENT_BESIDE = ['judge-document', 'judge-answer', 'answer-review-line'];
const BY_STAFF = LIFECYCLE.filter(({ by, command }) => by.kind === 'staff' && !SENT_BESIDE.includes(command));

describe.each(BY_STAFF.map(({ command }) => command))('the form of %s', (command) => {
  test.each([false, true])(
    'gives what the command takes, whichever choice is made (the last one: %s)',
    async (last) => {
      const spec = FORMS[command]?.(await known(), said) ?? NO_FORM;
      const values = fillIn(spec, last);
      expect(checkForm(spec.fields(values), values, command, said)).toEqual([]);
      expect(ruleOf(command)?.input.safeParse(spec.form(values))).toMatchObject({ success: true });
    },
  );

  test('asks for everything before it is sent', async () => {
    const spec = FORMS[command]?.(await known(), said) ?? NO_FORM;
    const required = spec.fields(spec.first).filter((field) => {
      const isOptional = 'optional' in field && field.optional;
      return !isOptional && isEmpty(spec.first[field.name]);
    });
    const errors = checkForm(spec.fields(spec.first), spec.first, command, said);
    expect(errors.map(({ text }) => text.split(' ')[1])).toEqual(
      required.map(({ label }) => label.split(' ')[0]),
    );
  });
});

describe('the forms beside what they are about', () => {
  test.each([
    ['judge-document', judgeDocumentForm('identity', true, said)],
    ['judge-document', judgeDocumentForm('identity', false, said)],
    ['judge-answer', judgeAnswerForm('operatorName', said)],
    ['answer-review-line', lineNotMetForm('name', said)],
  ] as const)('%s gives what the command takes', (command, spec) => {
    const values = fillIn(spec);
    expect(checkForm(spec.fields(values), values, command, said)).toEqual([]);
    expect(ruleOf(command)?.input.safeParse(spec.form(values))).toMatchObject({ success: true });
  });

  test('a paper that never came is missing already, with one press left [U33]', () => {
    const { first, fields } = judgeDocumentForm('identity', false, said);
    expect(checkForm(fields(first), first, 'x', said)).toEqual([]);
  });
});

test('signing proves again who signs, with full-width digits too', async () => {
  const spec = FORMS['sign-opinion']?.(await known(), said);
  expect(spec?.proof?.({ opinion: '可', password: ' p w ', code: '１２３ 456' })).toEqual({
    password: ' p w ',
    code: '123456',
  });
});

test('signing asks for the opinion alone where a provider keeps the secrets', async () => {
  await givenConfig({ staffProvider: { name: 'provider' } });
  const spec = FORMS['sign-opinion']?.(await known(), said);
  expect(spec?.fields({}).map(({ name }) => name)).toEqual(['opinion']);
});

test('a second notice asks why, a first one does not [3.2.2]', async () => {
  const first = await known('submitted');
  expect(FORMS['send-notice']?.(first, said).fields({})).toEqual([]);
  const { state } = first.one;
  if (state.status !== 'submitted') throw new Error('not submitted');
  const again: Known = { ...first, one: { ...first.one, state: { ...state, notices: 1 } } };
  const form = FORMS['send-notice']?.(again, said);
  expect(form?.fields({})).toHaveLength(1);
  expect(form?.fields({ secondNoticeReason: 'override' }).map(({ name }) => name)).toEqual([
    'secondNoticeReason',
    'text',
  ]);
});
