import type * as z from 'zod/mini';
import { isLanguage } from '../language.ts';
import { formRefusals } from './form-refusals.ts';
import { paperRefusals } from './paper-refusals.ts';
import { processRefusals } from './process-refusals.ts';
import { contentOf } from './read-service.ts';
import { type Service, service as serviceSchema } from './service.ts';

export interface PublishingRefusal {
  /** Where in the file, as in `documents/2/name`. */
  readonly path: string;
  readonly kind: string;
}

/**
 * The publishing guard: why this service file may not be published in this stage, empty when it may. It speaks the
 * law's words: no limit, pause, document, step or fee without an article, no "other material", nothing unsaid in a
 * language, no online-only channel without an article, nothing sensitive without an assessment; in prod nothing that
 * was not checked against the law in force. [1.3.1]
 */
export function publishingRefusals(file: unknown, stage: string): readonly PublishingRefusal[] {
  const parsed = serviceSchema.safeParse(contentOf(file));
  if (!parsed.success) return parsed.error.issues.flatMap(refusalsOf);
  return [
    ...formRefusals(parsed.data),
    ...paperRefusals(parsed.data),
    ...processRefusals(parsed.data),
    ...stageRefusals(parsed.data, stage),
  ];
}

function stageRefusals({ verifiedOn }: Service, stage: string): readonly PublishingRefusal[] {
  return stage === 'prod' && verifiedOn === null ? [{ path: 'verifiedOn', kind: 'sample-not-verified' }] : [];
}

const BASES: ReadonlySet<unknown> = new Set(['legalBasis', 'onlineOnlyBasis', 'deemedAcceptance']);

/** What the schema refuses, in words of the law where the law has one. */
function refusalsOf(issue: z.core.$ZodIssue): readonly PublishingRefusal[] {
  const path = issue.path.join('/');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key].join('/'), kind: 'unknown-field' }));
  }
  if (issue.path.some((part) => BASES.has(part))) return [{ path, kind: 'without-article' }];
  if (isLanguage(issue.path.at(-1))) return [{ path, kind: 'text-missing-in-language' }];
  return [{ path, kind: 'missing-or-wrong' }];
}
