import type { WorkflowEngine, WorkflowItems } from '../../ports/workflow.ts';

/**
 * Claims the next generation of a case's workflow and starts its execution. Who loses the claim does nothing. Died
 * between claim and start: the case has no token, and reconcile starts the claimed generation under the same name.
 */
export async function beginGeneration(
  { items, engine }: { readonly items: WorkflowItems; readonly engine: WorkflowEngine },
  caseId: string,
  before: number,
  now: string,
): Promise<boolean> {
  const claimed = await items.claimGeneration({ kind: 'case', id: caseId }, before, now);
  if (claimed) await engine.start(caseId, before + 1);
  return claimed;
}
