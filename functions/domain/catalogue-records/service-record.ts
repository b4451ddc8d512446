import * as z from 'zod/mini';
import { publishingRefusals } from '../catalogue/publishing-refusals.ts';
import { readService } from '../catalogue/read-service.ts';
import { type Service, service } from '../catalogue/service.ts';
import { OUTCOMES } from '../outcomes.ts';
import type { RecordDefinition, RecordTypes } from '../record/definition.ts';
import { accept, refuse } from '../refusal.ts';

const event = z.strictObject({ type: z.literal('published') });

export interface PublishService {
  readonly type: 'publish';
  readonly hall: string;
  readonly file: unknown;
}

/** Every service of the catalogue stands in one list that strangers search. */
export const CATALOGUE = { hall: 'catalogue', queue: 'services' } as const;

export interface ServiceTypes extends RecordTypes {
  readonly state: Service;
  readonly personal: null;
  readonly event: z.infer<typeof event>;
  readonly command: PublishService;
  readonly reference: { readonly stage: string };
}

/** A service of the catalogue: publishing is its next version; a case is pinned to the version it began with. [1.3.1] */
export const serviceDefinition: RecordDefinition<ServiceTypes> = {
  kind: 'service',
  schemaVersion: 2,
  upcasters: {
    // Retention was one time for all outcomes.
    1: (older) => ({ ...older, state: withRetentionRules(older.state) }),
  },
  schema: { state: service, personal: z.null(), event },
  judge: (current, { command, reference: { stage } }) => {
    const refusals = publishingRefusals(command.file, stage);
    if (refusals.length > 0) {
      return refuse('not-publishable', { fields: refusals.map(({ path, kind }) => `${path}:${kind}`) });
    }
    const file = readService(command.file);
    // A case is pinned to a version of this record: it must never find another service there.
    if (current !== undefined && current.state.id !== file.id) {
      return refuse('not-publishable', { fields: ['id:another-service'] });
    }
    return accept({ hall: command.hall, personal: null, event: { type: 'published' }, state: file });
  },
  headOf: ({ state: { id, names, summary, everydayWords, verifiedOn } }) => ({
    card: {
      id,
      'zh-Hant': names['zh-Hant'],
      'zh-Hans': names['zh-Hans'],
      en: names.en,
      'summary:zh-Hant': summary['zh-Hant'],
      'summary:zh-Hans': summary['zh-Hans'],
      'summary:en': summary.en,
      words: everydayWords.join(' '),
      sample: verifiedOn === null,
    },
    queue: { ...CATALOGUE, sort: id },
  }),
};

const retentionOfOne = z.looseObject({
  retention: z.object({
    years: z.nullable(z.int()),
    listApprovedBy: z.nullable(z.string()),
    legalBasis: z.unknown(),
  }),
});

function withRetentionRules(state: unknown): unknown {
  const { retention, ...rest } = retentionOfOne.parse(state);
  const { years, legalBasis, listApprovedBy } = retention;
  return { ...rest, retention: { listApprovedBy, rules: [{ outcomes: [...OUTCOMES], years, legalBasis }] } };
}
