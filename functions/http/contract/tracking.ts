import * as z from 'zod/mini';
import { defineOperation, TAKES_NOTHING } from '../define-operation.ts';
import { clock, localized, outcome, phase, status, whoseTurn } from './shared.ts';

/** Where a case stands: whose turn, by when, why that date [U17]. */
export const trackingView = z.object({
  receiptNumber: z.string(),
  service: z.object({ id: z.string(), name: localized }),
  status,
  outcome,
  phase,
  whoseTurn,
  submittedAt: z.string(),
  clock: z.exactOptional(clock),
  /** Before the clock runs: by when the papers are checked, and why by then. */
  checkedBy: z.exactOptional(z.string()),
  why: z.exactOptional(z.array(z.string())),
  respondBy: z.exactOptional(z.string()),
});

export const trackCase = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'trackCase',
  summary: 'Where a case stands, without an account: receipt number and a second fact',
  audience: 'public',
  method: 'POST',
  path: '/public/tracking',
  body: z.strictObject({
    receiptNumber: z.string().check(z.maxLength(60)),
    /** Last four characters of the applicant's identity number. */
    secondFact: z.string().check(z.minLength(4), z.maxLength(8)),
  }),
  answer: trackingView,
});

export const tracking = [trackCase];

export const verifyCertificate = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'verifyCertificate',
  summary: 'Whether a certificate is in force: its number and the code from its QR',
  audience: 'public',
  method: 'GET',
  path: '/public/certificates/{number}',
  params: z.strictObject({ number: z.string().check(z.maxLength(40), z.regex(/^[A-Za-z0-9-]+$/)) }),
  query: z.strictObject({ code: z.string().check(z.maxLength(60)) }),
  answer: z.object({
    number: z.string(),
    state: z.enum(['valid', 'suspended', 'revoked', 'replaced', 'expired']),
    title: localized,
    issuedBy: localized,
    signedOn: z.string(),
    fields: z.array(z.object({ label: localized, value: z.union([localized, z.string()]) })),
  }),
});

export const verification = [verifyCertificate];

export const caseStatusForOutside = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'caseStatusForOutside',
  summary: 'The status of a case for an outside system, by its receipt number; nothing personal',
  audience: 'system',
  method: 'GET',
  path: '/system/cases/{receiptNumber}',
  params: z.strictObject({ receiptNumber: z.string().check(z.maxLength(40)) }),
  answer: z.object({ receiptNumber: z.string(), status, outcome, phase, submittedAt: z.string() }),
});

export const outside = [caseStatusForOutside];
