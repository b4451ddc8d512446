/**
 * Rehearses the restore of a stage's records: `npm run rehearse-restore -- --stage prod`. Brings the newest backup into a new,
 * empty table, compares every record with the live one version for version and byte for byte, verifies every chain,
 * prints what it found and files itself as a drill. Words after it: `role <arn>` another role for AWS Backup than the stage's; `from <file>` takes an export made before; `keep`
 * leaves the restored table for a cut-over (without it the copy is dropped: it holds what the table holds).
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { wordAfter } from './command.ts';
import { makeCourse } from './restore/course.ts';
import { dropCopy } from './restore/empty-table.ts';
import { takeCopy } from './restore/take-copy.ts';
import { compareTables } from './restore/walk-tables.ts';
import { takeStageEnvironment } from './stage-environment.ts';

const { stage, words, outputs } = await takeStageEnvironment();
const { configured } = await import('../functions/config.ts');
const { makeKernel } = await import('../functions/container/kernel.ts');
const { fileDrill } = await import('../functions/use-cases/drills/file-drill.ts');

const course = makeCourse((line) => console.log(line));
const live = configured('recordsTable');
const copy = `${live}-rehearsal-${Date.now()}`;
const [from, role] = [wordAfter(words, 'from'), wordAfter(words, 'role') ?? outputs.get('RestoreRoleArn')];

const given = { stage, live, copy, ...(from && { from }), ...(role && { role }), say: course.say };
const { takenAt, what } = await course.step('copy', () => takeCopy(given));
console.log(`Compared with: ${what}, taken at ${takenAt}`);
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const { figures, differences } = await course.step('compare', () =>
  compareTables({ client, copy, live, takenAt, say: course.say }),
);
for (const { record, item, what: how } of differences) console.log(`✖ ${record} ${item}: ${how}`);
console.log(
  `${figures.records} records, ${figures.versions} versions, ${figures.bytes} bytes compared; ${figures.newer} items younger than the copy, ${figures.headsBehind} heads behind`,
);
if (words.includes('keep')) console.log(`Kept: ${copy}`);
else await course.step('drop-copy', () => dropCopy(new DynamoDBClient({}), copy));

const verdict = differences.length === 0 ? ('passed' as const) : ('failed' as const);
const { drillId } = await fileDrill(makeKernel().kernel, {
  subject: 'restore',
  ...course.end(verdict === 'passed'),
  figures: { ...figures, differences: differences.length },
  findings: differences
    .slice(0, 20)
    .map((one) => ({ what: `${one.record} ${one.item}: ${one.what}`, severity: 'critical' as const })),
  verdict,
  by: { kind: 'system', id: 'operator' },
});
console.log(
  `${verdict === 'passed' ? '✔ Every record equal' : `✖ ${differences.length} differences`} in ${course.seconds()} s; filed as drill ${drillId}`,
);
if (verdict === 'failed') process.exitCode = 1;
