import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DynamoDbActiveRegion } from '../../functions/adapters/dynamodb/active-region.ts';
import { configured } from '../../functions/config.ts';
import { makeKernel } from '../../functions/container/kernel.ts';
import { fileDrill } from '../../functions/use-cases/drills/file-drill.ts';
import { stageConfig } from '../../infra/config.ts';
import { restoredTable } from '../../infra/restored-table.ts';
import { makeCourse } from './course.ts';

/**
 * The end of a cut-over: the deployed stage works on the restored table; commands are taken again, and what was on its way is
 * found. Where the file names no table, the cut-over is given up and the table that was to be left is opened again.
 */
export async function openTable(stage: string): Promise<string> {
  const table = configured('recordsTable');
  const restored = restoredTable(stage)?.name;
  if (restored !== undefined && restored !== table)
    throw new Error(`The stage works on ${table}: deploy first, infra/restored-tables.json names another`);
  const { region } = stageConfig(stage);
  const { client, kernel } = makeKernel();
  const course = makeCourse((line) => console.log(line));
  const regions = new DynamoDbActiveRegion(client, table, { own: region, first: region });
  await course.step('open', async () => {
    const standing = await regions.regime();
    if (standing === undefined) throw new Error(`${table} was not made by a cut-over`);
    const { closed: _closed, ...open } = standing;
    await regions.replace(standing, { ...open, since: new Date().toISOString() });
  });
  const found = await course.step('reconcile', () => reconcile(stage));
  const { drillId } = await fileDrill(kernel, {
    subject: restored === undefined ? 'cut-over-given-up' : 'cut-over',
    ...course.end(true),
    figures: {},
    findings: [],
    verdict: 'passed',
    by: { kind: 'system', id: 'operator' },
  });
  return `✔ ${table} is open; driven again: ${found}; filed as drill ${drillId}`;
}

async function reconcile(stage: string): Promise<string> {
  const answer = await new LambdaClient({}).send(
    new InvokeCommand({
      FunctionName: `banli-${stage}-reconcile`,
      Payload: JSON.stringify({ olderThanMinutes: 0 }),
    }),
  );
  const said = Buffer.from(answer.Payload ?? []).toString();
  if (answer.FunctionError !== undefined) throw new Error(`reconcile failed: ${said}`);
  return said;
}
