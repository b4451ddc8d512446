import { phaseOf } from '../../domain/case/stage.ts';
import { readReceiptNumber } from '../../domain/catalogue/numbers.ts';
import { NOT_FOUND } from '../../http/answers.ts';
import { caseStatusForOutside } from '../../http/contract/tracking.ts';
import { route } from '../../http/route.ts';
import type { RecordLists } from '../../ports/record-lists.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import { stageOfCase } from '../../use-cases/workflow/stage-of-case.ts';

/** What outside systems may ask: the status of a case whose number they have; nothing personal. */
export function outsideRoutes({ store, lists }: { store: RecordStore; lists: Pick<RecordLists, 'find'> }) {
  return [
    route(caseStatusForOutside, async ({ params }) => {
      const number = readReceiptNumber(params.receiptNumber);
      if (number === undefined) return NOT_FOUND;
      const { records } = await lists.find('receipt', number, { limit: 1 });
      const state = records[0] && (await stageOfCase({ store }, records[0].id))?.state;
      if (state === undefined || state.status === 'draft') return NOT_FOUND;
      return {
        answer: {
          receiptNumber: number,
          status: state.status,
          ...('outcome' in state && state.outcome !== undefined && { outcome: state.outcome }),
          phase: phaseOf(state),
          submittedAt: state.submittedAt,
        },
      };
    }),
  ];
}
