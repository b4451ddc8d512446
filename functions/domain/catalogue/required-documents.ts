import type { Answers } from './answers.ts';
import type { Service, ServiceDocument } from './service.ts';
import { meets } from './visible-questions.ts';

/** The documents this application needs, given its answers; the same list for whoever reads it [U1]. */
export function requiredDocuments(
  service: Pick<Service, 'documents'>,
  answers: Answers,
): readonly ServiceDocument[] {
  return service.documents.filter(({ requiredIf }) => requiredIf === undefined || meets(answers, requiredIf));
}
