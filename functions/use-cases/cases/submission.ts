import * as z from 'zod/mini';
import { answersInput } from '../../domain/case/commands/supplement.ts';
import type { CaseReference, CurrentCase } from '../../domain/case/rule.ts';
import type { Answers } from '../../domain/catalogue/answers.ts';
import { normaliseAnswers } from '../../domain/catalogue/normalise.ts';
import { makeReceiptNumber } from '../../domain/catalogue/numbers.ts';
import type { Service } from '../../domain/catalogue/service.ts';
import { visibleQuestions } from '../../domain/catalogue/visible-questions.ts';
import { localDate } from '../../domain/clock/local-time.ts';
import { personDefinition } from '../../domain/people/person.ts';
import type { Finder } from '../../domain/record/head.ts';
import { readClearState } from '../../domain/record/read-version.ts';
import { normaliseForFinding } from '../../domain/text/normalise-for-finding.ts';
import type { BlindIndex, RecordKey } from '../../ports/record-keys.ts';
import type { DraftStore, RecordStore } from '../../ports/record-store.ts';
import type { References } from './references.ts';

export interface Submitting {
  readonly store: RecordStore;
  readonly drafts: DraftStore;
  readonly references: References;
  readonly blindIndex: BlindIndex;
  readonly randomInt: (below: number) => number;
}

/** The working copy of a draft, opened. */
export async function openDraftCopy(
  drafts: DraftStore,
  caseId: string,
  key: RecordKey | undefined,
): Promise<{ revision: number; answers: z.infer<typeof answersInput> } | undefined> {
  const copy = await drafts.draft({ kind: 'case', id: caseId });
  if (copy === undefined || key === undefined) return undefined;
  const text = key.open({ part: 'draft', revision: copy.revision }, copy.sealed);
  return { revision: copy.revision, answers: answersInput.parse(JSON.parse(text)) };
}

/** What a submission is judged by: the draft as it is kept, a new receipt number, what the case can be found by. */
export async function submissionReference(
  submitting: Submitting,
  { id, state }: CurrentCase,
  key: RecordKey | undefined,
  now: string,
): Promise<Partial<CaseReference>> {
  const draft = await openDraftCopy(submitting.drafts, id, key);
  if (draft === undefined) return {};
  const { service, days } = await submitting.references.ofCase(state);
  const answers = normaliseAnswers(service, draft.answers);
  return {
    draft,
    receiptNumber: makeReceiptNumber(localDate(now, days.calendar.timeZone), submitting.randomInt),
    finders: await findersOf(submitting.blindIndex, service, answers),
    assurance: await assuranceOf(submitting.store, state.customerId),
  };
}

/** One MAC a kind of value: identity number, mobile, and the address of the matter. */
export async function findersOf(
  blindIndex: BlindIndex,
  service: Service,
  answers: Answers,
): Promise<readonly Finder[]> {
  const values = new Map<string, string>();
  for (const question of visibleQuestions(service, answers)) {
    const answer = answers[question.id];
    const field = FINDABLE[question.type];
    if (field === undefined || typeof answer !== 'string' || values.has(field)) continue;
    if (question.type === 'address' && question.personal) continue;
    values.set(field, normaliseForFinding(answer));
  }
  const macs = await blindIndex.macs(Object.fromEntries(values));
  return Object.entries(macs).map(([field, value]) => ({ field, value }));
}

const FINDABLE: Readonly<Record<string, string>> = {
  'national-id': 'national-id',
  mobile: 'mobile',
  address: 'address',
};

export async function assuranceOf(
  store: Pick<RecordStore, 'newest'>,
  personId: string,
): Promise<'contact' | 'checked'> {
  const kept = await store.newest({ kind: 'person', id: personId });
  return kept === undefined ? 'contact' : readClearState(personDefinition, kept.newest).state.assurance;
}

/** What is sealed into an upload's metadata, so that its arrival says what it is and for whom. */
export const uploadNote = z.strictObject({
  documentId: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
});
