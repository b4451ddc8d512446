import { Temporal } from 'temporal-polyfill';
import type { CurrentCase } from '../../domain/case/rule.ts';
import type { CasePersonal } from '../../domain/case/state.ts';
import type { Question, SimpleQuestion } from '../../domain/catalogue/question.ts';
import type { Service } from '../../domain/catalogue/service.ts';
import { allQuestions } from '../../domain/catalogue/visible-questions.ts';
import { LANGUAGES, type Language, type LocalizedText } from '../../domain/language.ts';
import {
  type CertificateData,
  type CertificateOrder,
  isCertificateTemplate,
} from '../../domain/papers/certificate.ts';

type CaseAnswer = CasePersonal['answers'][string];

/** What is decided when the certificate is made; `issuedOn` is a date of the hall. */
export interface Issue {
  readonly number: string;
  readonly issuedOn: string;
  readonly verifyUrl: string;
}

/** The certificate of a case as it is to be printed: the fields its service names, from the locked answers. [3.6.1] */
export function certificateOrderOf(
  { state, personal }: CurrentCase,
  service: Service,
  { number, issuedOn, verifyUrl }: Issue,
): CertificateOrder {
  const { template, title, issuedBy, validityMonths } = service.result;
  if (!isCertificateTemplate(template)) throw new Error(`No template "${template}" of service ${service.id}`);
  const data: CertificateData = {
    title,
    number,
    copy: 'original',
    fields: fieldsOf(service, personal),
    authority: issuedBy,
    signedOn: issuedOn,
    ...(validityMonths === null ? {} : { validUntil: lastDayOf(issuedOn, validityMonths) }),
    verifyUrl,
  };
  return { template, language: state.language, data };
}

/** A question that was not asked, or not answered because it need not be, has no line. */
function fieldsOf(service: Service, { answers }: CasePersonal): CertificateData['fields'] {
  return service.result.fields.flatMap(({ question: id, label }) => {
    const question = allQuestions(service).find((one) => one.id === id);
    const answer = answers[id];
    if (question === undefined || answer === undefined || answer === '') return [];
    return [{ label, value: printed(question, answer) }];
  });
}

/** Choices in each language's words, everything typed as it was typed. */
function printed(question: Question, answer: CaseAnswer): LocalizedText | string {
  if (typeof answer === 'string') return question.type === 'choice' ? choiceText(question, answer) : answer;
  if (typeof answer === 'boolean') throw new Error(`A declaration (${question.id}) is not printed`);
  const parts = answer.map((one) => {
    if (typeof one !== 'string') return Object.values(one).join(' ');
    return question.type === 'choices' ? choiceText(question, one) : one;
  });
  return listed(parts);
}

function choiceText(
  { choices, id }: Extract<SimpleQuestion, { choices: unknown }>,
  value: string,
): LocalizedText {
  const text = choices.find((choice) => choice.value === value)?.text;
  if (text === undefined) throw new Error(`Question ${id} has no choice ${value}`);
  return text;
}

function listed(parts: readonly (LocalizedText | string)[]): LocalizedText {
  const joined = (language: Language) =>
    parts
      .map((part) => (typeof part === 'string' ? part : part[language]))
      .join(language === 'en' ? '; ' : '；');
  const [hant = '', hans = '', en = ''] = LANGUAGES.map(joined);
  return { 'zh-Hant': hant, 'zh-Hans': hans, en };
}

/** The day before the like day so many months on; the month's last day where there is no like day (民法典 §202). */
function lastDayOf(issuedOn: string, months: number): string {
  const issued = Temporal.PlainDate.from(issuedOn);
  const like = issued.add({ months });
  return (like.day === issued.day ? like.subtract({ days: 1 }) : like).toString();
}
