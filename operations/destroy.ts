/**
 * Carries out an approved destruction list: `npm run destroy -- --stage prod <list> <number of cases>`. Without the number it only shows what
 * would go. Run with the credentials of the role `banli-<stage>-destruction-<region>`, which nothing but this command takes on;
 * what a hold, a day or a lock stops is kept, and the report in the archive says so. May be run again after a failure.
 */
import { destructionListDefinition } from '../functions/domain/destruction/destruction-list.ts';
import { carryOut } from '../functions/use-cases/archive/carry-out.ts';
import { loadRecord } from '../functions/use-cases/record/load-record.ts';
import { takeStageEnvironment } from './stage-environment.ts';

const {
  stage,
  words: [listId, cases],
} = await takeStageEnvironment();
if (listId === undefined) throw new Error('Name the list: it stands on its page');
// The container reads its configuration when it is loaded.
const { makeDestruction } = await import('./destruction/make-destruction.ts');
const carrying = makeDestruction(stage);

const list = await loadRecord(carrying.kernel, destructionListDefinition, listId);
if (list === undefined) throw new Error(`There is no destruction list ${listId}`);
const { status, items } = list.version.state;
console.log(`List ${listId} is ${status}, with ${items.length} cases:`);
for (const { receiptNumber, service, retainUntil } of items)
  console.log(`  ${receiptNumber} ${service}, kept until ${retainUntil}`);
if (cases !== String(items.length)) {
  console.log(
    `Nothing was destroyed. To destroy these for good: npm run destroy -- --stage ${stage} ${listId} ${items.length}`,
  );
} else {
  const carried = await carryOut(carrying, listId, new Date().toISOString());
  if (!carried.carriedOut) throw new Error(`Refused: ${carried.refusal.kind}. Nothing was destroyed.`);
  const destroyed = carried.report.results.filter(({ result }) => result === 'destroyed').length;
  console.log(
    `✔ ${destroyed} destroyed, ${items.length - destroyed} kept. The last backup that holds their keys is gone on ${carried.report.completeOn}: complete then.`,
  );
}
