import { publicGuide } from '../../domain/catalogue/public-guide.ts';
import { CATALOGUE } from '../../domain/catalogue-records/service-record.ts';
import { normaliseForFinding } from '../../domain/text/normalise-for-finding.ts';
import { NOT_FOUND } from '../../http/answers.ts';
import { listServices, readGuide } from '../../http/contract/guides.ts';
import { route } from '../../http/route.ts';
import type { ListedRecord, RecordLists } from '../../ports/record-lists.ts';
import type { References } from '../../use-cases/cases/references.ts';

const SERVICES_A_PAGE = 50;

export interface Guides {
  readonly lists: Pick<RecordLists, 'queue'>;
  readonly references: References;
}

/** What strangers read before they sign in: which services there are, and how each goes. [1.3.3] */
export function guideRoutes({ lists, references }: Guides) {
  return [
    route(listServices, async ({ query: { words = '', cursor } }) => {
      const page = { limit: SERVICES_A_PAGE, ...(cursor !== undefined && { cursor }) };
      const found = await lists.queue(CATALOGUE.hall, CATALOGUE.queue, page);
      const wanted = words
        .split(/\s+/)
        .map((word) => normaliseForFinding(word))
        .filter((word) => word !== '');
      const items = found.records.filter((one) => matches(one, wanted)).map(line);
      return { answer: { items, ...(found.cursor !== undefined && { cursor: found.cursor }) } };
    }),
    route(readGuide, async ({ params: { serviceId }, query: { version } }) => {
      const found =
        version === undefined
          ? await references.serviceInForce(serviceId)
          : await references.serviceAt(serviceId, Number(version));
      return found === undefined
        ? NOT_FOUND
        : { answer: { ...publicGuide(found.service), version: found.version } };
    }),
  ];
}

/** Every word stands in the names, the summary or the everyday words. */
function matches({ card }: ListedRecord, wanted: readonly string[]): boolean {
  const text = normaliseForFinding(Object.values(card).join(' '));
  return wanted.every((word) => text.includes(word));
}

function line({ card }: ListedRecord) {
  const localized = (prefix: string) => ({
    'zh-Hant': String(card[`${prefix}zh-Hant`] ?? ''),
    'zh-Hans': String(card[`${prefix}zh-Hans`] ?? ''),
    en: String(card[`${prefix}en`] ?? ''),
  });
  return {
    id: String(card.id),
    name: localized(''),
    summary: localized('summary:'),
    sample: card.sample === true,
  };
}
