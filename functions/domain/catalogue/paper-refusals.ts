import type { PublishingRefusal } from './publishing-refusals.ts';
import { twice } from './same-twice.ts';
import type { Service } from './service.ts';

/** A guide may hold no catch-all: every paper has its own name (優化營商環境條例 and city regulations after it). */
const CATCH_ALL = /其他|其它|有關材料|有关材料|相關材料|相关材料|\b(other|relevant|further|any)\b/i;
const NOBODY_IN_PARTICULAR =
  /有關|有关|相關|相关|相應|相应|其他|其它|\b(relevant|competent|appropriate|other) (authority|body|office)/i;

/** What keeps the list of papers from being published: a paper without a name of its own, or from nobody in particular [U2]. */
export function paperRefusals({
  documents,
  acceptanceChecklist,
  reviewChecklist,
}: Service): readonly PublishingRefusal[] {
  return [
    ...twice(
      'documents',
      documents.map(({ id }) => id),
    ),
    ...twice(
      'acceptanceChecklist',
      acceptanceChecklist.map(({ id }) => id),
    ),
    ...twice(
      'reviewChecklist',
      reviewChecklist.map(({ id }) => id),
    ),
    ...documents.flatMap(({ name, issuedBy, whereToGet }, n) => [
      ...said(name, CATCH_ALL, `documents/${n}/name`, 'other-material'),
      ...said(issuedBy, NOBODY_IN_PARTICULAR, `documents/${n}/issuedBy`, 'nobody-in-particular'),
      ...said(whereToGet, NOBODY_IN_PARTICULAR, `documents/${n}/whereToGet`, 'nobody-in-particular'),
    ]),
  ];
}

function said(
  text: Service['names'],
  words: RegExp,
  path: string,
  kind: string,
): readonly PublishingRefusal[] {
  return Object.values(text).some((one) => words.test(one)) ? [{ path, kind }] : [];
}
