import { normaliseNumber } from '../../domain/catalogue/normalise.ts';
import { readReceiptNumber } from '../../domain/catalogue/numbers.ts';
import { mayRead } from '../../domain/permissions.ts';
import { normaliseForFinding } from '../../domain/text/normalise-for-finding.ts';
import { searchCases } from '../../http/contract/cases.ts';
import { listed } from '../../http/listed.ts';
import { route } from '../../http/route.ts';
import type { ListPage, PageOf } from '../../ports/record-lists.ts';
import { identifyColleague, isRefusal } from '../../use-cases/identity/identify-colleague.ts';
import { stageOfCase } from '../../use-cases/workflow/stage-of-case.ts';
import type { StaffCases } from './routes.ts';

const CASES_A_PAGE = 25;

/** Cases by receipt number, or by an identity number through the blind index; only what may be read is shown. */
export function searchCasesRoute(cases: StaffCases) {
  return route(searchCases, async ({ query: { number, cursor }, now }, login) => {
    const who = await identifyColleague(cases, login, now, true);
    if (isRefusal(who)) return { refusal: who };
    const page = { limit: CASES_A_PAGE, ...(cursor !== undefined && { cursor }) };
    const receipt = readReceiptNumber(number);
    const found =
      receipt === undefined
        ? await byIdentity(cases, number, page)
        : await cases.lists.find('receipt', receipt, page);
    const readable = await Promise.all(
      found.records.map(async (one) => {
        const asked = await stageOfCase(cases, one.id);
        return asked && mayRead(who.asker, asked) ? [listed(one)] : [];
      }),
    );
    return {
      answer: { items: readable.flat(), ...(found.cursor !== undefined && { cursor: found.cursor }) },
    };
  });
}

/** Under each key that may still hold it: while a re-index runs a case is found by one or the other. */
async function byIdentity(
  { blindIndex, lists }: StaffCases,
  number: string,
  page: PageOf,
): Promise<ListPage> {
  const macs = await blindIndex.findable('national-id', normaliseForFinding(normaliseNumber(number)));
  const [first = { records: [] }, ...others] = await Promise.all(
    macs.map((mac) => lists.find('national-id', mac, page)),
  );
  return { ...first, records: [first, ...others].flatMap(({ records }) => records) };
}
