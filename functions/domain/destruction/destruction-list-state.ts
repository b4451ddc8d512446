import * as z from 'zod/mini';
import { outcome } from '../case/state-parts.ts';

/** A list is read and judged as a whole: more goes on the next one. */
export const MOST_ITEMS = 100;

const act = z.strictObject({ personId: z.string(), onBehalfOf: z.exactOptional(z.string()), at: z.string() });

export const listItem = z.strictObject({
  caseId: z.string(),
  receiptNumber: z.string(),
  service: z.string(),
  outcome,
  retainUntil: z.string(),
});
export type ListItem = z.infer<typeof listItem>;

/** What became of an item: destroyed, or kept and why. */
export const carriedItem = z.strictObject({
  caseId: z.string(),
  result: z.enum(['destroyed', 'kept']),
  why: z.exactOptional(z.string()),
});
export type CarriedItem = z.infer<typeof carriedItem>;

const drafted = { items: z.array(listItem), drafted: act };
const reviewed = { ...drafted, reviewed: act };
const approved = { ...reviewed, approved: act };

export const destructionListState = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('drafted'), ...drafted }),
  z.strictObject({ status: z.literal('reviewed'), ...reviewed }),
  z.strictObject({ status: z.literal('approved'), ...approved }),
  z.strictObject({ status: z.literal('rejected'), ...drafted, rejected: act }),
  z.strictObject({
    status: z.literal('carried-out'),
    ...approved,
    carriedOutAt: z.string(),
    results: z.array(carriedItem),
    /** First day on which no backup holds a key of these records any more. */
    completeOn: z.string(),
  }),
]);
export type DestructionListState = z.infer<typeof destructionListState>;

/** The appraisal and the words of a rejection: people write names into such texts. */
export const destructionListPersonal = z.strictObject({
  appraisal: z.string(),
  rejection: z.exactOptional(z.string()),
});
export type DestructionListPersonal = z.infer<typeof destructionListPersonal>;

/** Why an item stays where it is; a hold says for what. */
export type ItemRefusal = { readonly caseId: string; readonly kind: string };
