import * as z from 'zod/mini';
import { verdictOf } from '../../domain/papers/scanner-verdict.ts';
import type { Scanned } from '../../use-cases/documents/inspect-document.ts';

/** The event GuardDuty Malware Protection for S3 sends when it has scanned an object. */
const guardDutyEvent = z.object({
  source: z.literal('aws.guardduty'),
  detail: z.object({
    s3ObjectDetails: z.object({ objectKey: z.string(), versionId: z.exactOptional(z.string()) }),
    scanResultDetails: z.object({ scanResultStatus: z.string() }),
  }),
});

/** What the scanner found in which file; `undefined` for an event that is not the scanner's. */
export function readVerdict(
  event: unknown,
): { caseId: string; fileId: string; scanned: Scanned } | undefined {
  const parsed = guardDutyEvent.safeParse(event);
  if (!parsed.success) return undefined;
  const { s3ObjectDetails, scanResultDetails } = parsed.data.detail;
  const [, caseId = '', fileId = ''] = s3ObjectDetails.objectKey.split('/');
  const verdict = verdictOf(scanResultDetails.scanResultStatus);
  return { caseId, fileId, scanned: { objectVersion: s3ObjectDetails.versionId ?? '', verdict } };
}
