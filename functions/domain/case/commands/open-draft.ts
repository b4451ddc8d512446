import * as z from 'zod/mini';
import { LANGUAGES } from '../../language.ts';
import type { Given } from '../../record/definition.ts';
import { accept, refuse } from '../../refusal.ts';
import type { CaseReference, CaseVerdict } from '../rule.ts';

export const openDraftInput = z.strictObject({ hall: z.string(), language: z.enum(LANGUAGES) });

/** A draft is kept this long after it was opened; every page of it says until when. */
export const DRAFT_DAYS = 30;

/** The customer begins an application: the record is there from the first page on. [3.2.1] */
export function openDraft(
  input: z.infer<typeof openDraftInput>,
  given: Given<unknown, CaseReference>,
): CaseVerdict {
  const { service, serviceVersion } = given.reference;
  if (given.actor.kind === 'staff' || given.actor.kind === 'system') return refuse('not-permitted');
  const keptUntil = afterDays(given.now, DRAFT_DAYS);
  return accept({
    hall: input.hall,
    event: { type: 'draft-opened' },
    state: {
      status: 'draft',
      service: { id: service.id, version: serviceVersion },
      customerId: given.actor.onBehalfOf ?? given.actor.id,
      language: input.language,
      files: [],
      visit: 1,
      notes: 0,
      keptUntil,
    },
    personal: { answers: {}, fileNames: {}, texts: {} },
    nextDueAt: keptUntil,
  });
}

function afterDays(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * 86_400_000).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
