import { caseDefinition } from '../../domain/case/case.ts';
import { normaliseNumber } from '../../domain/catalogue/normalise.ts';
import { readReceiptNumber } from '../../domain/catalogue/numbers.ts';
import { afterDueEffects } from '../../domain/record/apply.ts';
import { NOT_FOUND } from '../../http/answers.ts';
import { trackCase } from '../../http/contract/tracking.ts';
import { route } from '../../http/route.ts';
import type { RecordLists } from '../../ports/record-lists.ts';
import type { RateLimits } from '../../ports/transient.ts';
import type { References } from '../../use-cases/cases/references.ts';
import { secondFactsOf, trackingView } from '../../use-cases/cases/tracking-view.ts';
import { limitCodes } from '../../use-cases/identity/sign-in-limits.ts';
import type { RecordKernel } from '../../use-cases/record/kernel.ts';
import { loadRecord } from '../../use-cases/record/load-record.ts';

export interface Tracking {
  readonly kernel: RecordKernel;
  readonly lists: Pick<RecordLists, 'find'>;
  readonly references: References;
  readonly rateLimits: RateLimits;
}

/** Few guesses a number, more an address: a second fact of four characters is no secret by itself. */
const LIMITS = { codesPerContact: 5, codesPerAddress: 60, windowSeconds: 900 };

/** Where a case stands, without an account: receipt number and a second fact. One wrong is like both wrong. [U17] */
export function trackingRoutes({ kernel, lists, references, rateLimits }: Tracking) {
  return [
    route(trackCase, async ({ body, now, address, language }) => {
      const number = readReceiptNumber(body.receiptNumber);
      if (number === undefined) return NOT_FOUND;
      const limited = await limitCodes({ rateLimits, limits: LIMITS }, { contact: number, address, now });
      if (limited !== undefined) return { refusal: { ...limited, kind: 'too-many-tries-on-number' } };
      const { records } = await lists.find('receipt', number, { limit: 1 });
      const loaded = records[0] && (await loadRecord(kernel, caseDefinition, records[0].id));
      if (loaded === undefined || loaded.version.state.status === 'draft') return NOT_FOUND;
      const reference = await references.forCommand(loaded.version.state);
      const fact = normaliseNumber(body.secondFact).slice(-4);
      if (!secondFactsOf(reference.service, loaded.version.personal.answers).includes(fact)) return NOT_FOUND;
      const current = afterDueEffects(caseDefinition, loaded.version, now, reference);
      const view = trackingView(current.state, reference, now, language);
      return view === undefined ? NOT_FOUND : { answer: view };
    }),
  ];
}
