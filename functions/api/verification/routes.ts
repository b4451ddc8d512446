import { timingSafeEqual } from 'node:crypto';
import { certificateDefinition } from '../../domain/certificate/certificate.ts';
import { readClearState } from '../../domain/record/read-version.ts';
import { NOT_FOUND } from '../../http/answers.ts';
import { verifyCertificate } from '../../http/contract/tracking.ts';
import { route } from '../../http/route.ts';
import type { RecordLists } from '../../ports/record-lists.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import type { RateLimits } from '../../ports/transient.ts';
import type { References } from '../../use-cases/cases/references.ts';
import { publishedFields } from '../../use-cases/certificates/published-fields.ts';
import { limitCodes } from '../../use-cases/identity/sign-in-limits.ts';

export interface Verifying {
  readonly store: Pick<RecordStore, 'newest'>;
  readonly lists: Pick<RecordLists, 'find'>;
  readonly references: References;
  readonly rateLimits: RateLimits;
}

const LIMITS = { codesPerContact: 20, codesPerAddress: 120, windowSeconds: 900 };

/** Whether a certificate is in force: the number and the code of its QR; only what the service publishes is shown. */
export function verificationRoutes({ store, lists, references, rateLimits }: Verifying) {
  return [
    route(verifyCertificate, async ({ params: { number }, query: { code }, now, address }) => {
      const limited = await limitCodes({ rateLimits, limits: LIMITS }, { contact: number, address, now });
      if (limited !== undefined) return { refusal: { ...limited, kind: 'too-many-tries-on-number' } };
      const { records } = await lists.find('certificate', number, { limit: 1 });
      const kept = records[0] && (await store.newest({ kind: 'certificate', id: records[0].id }));
      if (kept === undefined) return NOT_FOUND;
      const { state } = readClearState(certificateDefinition, kept.newest);
      if (!isSame(code, state.verificationCode) || state.status === 'being-made') return NOT_FOUND;
      const found = await references.serviceInForce(state.service);
      if (found === undefined) return NOT_FOUND;
      const { title, issuedBy } = found.service.result;
      const fields = publishedFields(found.service, state.published);
      return {
        answer: { number, state: state.status, title, issuedBy, signedOn: state.issuedOn ?? '', fields },
      };
    }),
  ];
}

function isSame(typed: string, kept: string): boolean {
  const [one, other] = [Buffer.from(typed), Buffer.from(kept)];
  return one.byteLength === other.byteLength && timingSafeEqual(one, other);
}
