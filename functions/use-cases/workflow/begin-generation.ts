import type { WorkflowEngine, WorkflowItem, WorkflowItems } from '../../ports/workflow.ts';

interface Beginning {
  readonly items: WorkflowItems;
  readonly engine: WorkflowEngine;
}

/**
 * Claims the next generation of a case's workflow for this region and starts its execution. Who loses the claim does
 * nothing. Died between claim and start: the case has no token, and reconcile starts the claimed generation under the
 * same name. Where the one before lived in another region, a left-over of an earlier stay here is ended.
 */
export async function beginGeneration(
  { items, engine }: Beginning,
  caseId: string,
  standing: WorkflowItem | undefined,
  now: string,
): Promise<boolean> {
  const { generation = 0, elsewhere } = standing ?? {};
  const moved = standing !== undefined && livesElsewhere(standing, engine);
  const lives = {
    region: engine.region,
    ...(moved && { elsewhere: { region: standing.region ?? '', generation } }),
  };
  const claimed = await items.claimGeneration({ kind: 'case', id: caseId }, generation, now, lives);
  if (!claimed) return false;
  await engine.start(caseId, generation + 1);
  if (moved && elsewhere?.region === engine.region) await engine.stop(caseId, elsewhere.generation);
  return true;
}

/** Whether the standing execution is another region's: it cannot be asked from here, and speaks for the case no more. */
export function livesElsewhere({ region }: WorkflowItem, engine: Pick<WorkflowEngine, 'region'>): boolean {
  return region !== undefined && region !== engine.region;
}
