import type * as z from 'zod/mini';
import { service as serviceSchema } from './service.ts';

export interface PublishingRefusal {
  /** Where in the file, as in `documents/2/name`. */
  readonly path: string;
  readonly kind: string;
}

const OTHER_MATERIAL = /其他|其它|有關材料|有关材料|other (material|document)/i;
const MOST_SEALED_CHARACTERS = 24_000;

/**
 * The publishing guard: why this service file may not be published in this stage, empty when it may. It speaks the
 * law's words: no limit, pause, document, step or fee without an article, no "other material", nothing unsaid in a
 * language, no online-only channel without an article; in prod nothing that was not checked against the law in force.
 */
export function publishingRefusals(file: unknown, stage: string): readonly PublishingRefusal[] {
  const parsed = serviceSchema.safeParse(file);
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, code }) => ({
      path: path.join('/'),
      kind: `missing-or-wrong-${code}`,
    }));
  }
  const { data } = parsed;
  const questions = data.form.pages.flatMap((page) => page.questions);
  const known = new Set(questions.map(({ id }) => id));
  const unknown = (path: string, question: string | undefined) =>
    question === undefined || known.has(question) ? [] : [{ path, kind: 'unknown-question' }];
  return [
    ...data.documents.flatMap(({ name, requiredIf }, n) => [
      ...(Object.values(name).some((text) => OTHER_MATERIAL.test(text))
        ? [{ path: `documents/${n}/name`, kind: 'other-material' }]
        : []),
      ...unknown(`documents/${n}/requiredIf`, requiredIf?.question),
    ]),
    ...questions.flatMap(({ id, showIf }) => unknown(`form/${id}/showIf`, showIf?.question)),
    ...data.result.fields.flatMap(({ question }, n) => unknown(`result/fields/${n}`, question)),
    ...(data.channels.length === 1 && data.channels[0] === 'online' && data.onlineOnlyBasis === undefined
      ? [{ path: 'channels', kind: 'online-only-without-article' }]
      : []),
    ...(data.steps.some(({ act }) => act === 'decide') ? [] : [{ path: 'steps', kind: 'nobody-decides' }]),
    ...(largestForm(questions) > MOST_SEALED_CHARACTERS ? [{ path: 'form', kind: 'too-large-to-seal' }] : []),
    ...(stage === 'prod' && data.verifiedOn === null
      ? [{ path: 'verifiedOn', kind: 'sample-not-verified' }]
      : []),
  ];
}

/** Characters of the longest possible answers; the sealed part of a version is limited. */
function largestForm(questions: z.infer<typeof serviceSchema>['form']['pages'][number]['questions']): number {
  return questions.reduce((sum, question) => sum + largest(question), 0);
}

function largest(question: Parameters<typeof largestForm>[0][number]): number {
  if (question.type === 'list')
    return question.most * question.of.reduce((sum, part) => sum + largest(part), 0);
  return 'maxLength' in question ? question.maxLength : 120;
}
