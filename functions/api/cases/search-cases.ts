import { normaliseNumber } from '../../domain/catalogue/normalise.ts';
import { readReceiptNumber } from '../../domain/catalogue/numbers.ts';
import { mayRead } from '../../domain/permissions.ts';
import { normaliseForFinding } from '../../domain/text/normalise-for-finding.ts';
import { searchCases } from '../../http/contract/cases.ts';
import { listed } from '../../http/listed.ts';
import { route } from '../../http/route.ts';
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
    const value =
      receipt ??
      (await cases.blindIndex.macs({ 'national-id': normaliseForFinding(normaliseNumber(number)) }))[
        'national-id'
      ] ??
      '';
    const found = await cases.lists.find(receipt === undefined ? 'national-id' : 'receipt', value, page);
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
