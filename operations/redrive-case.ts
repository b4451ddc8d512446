/**
 * Drives one case again from where it stands: `npm run redrive-case -- --stage dev <receipt number or case id>`. Its versions are made
 * known, and its workflow is looked after whatever became of it. Nothing that was done is done again.
 */
import { readReceiptNumber } from '../functions/domain/catalogue/numbers.ts';
import { invoke } from './invoke.ts';
import { takeStageEnvironment } from './stage-environment.ts';

const {
  stage,
  words: [named],
} = await takeStageEnvironment();
if (named === undefined) throw new Error('Name the case, by its receipt number or its id');
// The container reads its configuration when it is loaded.
const { makeRecords } = await import('../functions/container/records.ts');
const { lists, store } = makeRecords();
const receipt = readReceiptNumber(named);
const found = receipt && (await lists.find('receipt', receipt, { limit: 1 }));
const caseId = found ? found.records[0]?.id : named;
if (caseId === undefined || (await store.newest({ kind: 'case', id: caseId })) === undefined)
  throw new Error(`No case has the receipt number or the id ${named}: check it`);
console.log(`✔ ${caseId}: ${await invoke(`banli-${stage}-reconcile`, { caseId })}`);
