import { makeKernel } from './kernel.ts';

/** What every task of the workflow works with. */
export function makeTasks() {
  const records = makeKernel();
  return { ...records, items: records.workflowItems };
}
