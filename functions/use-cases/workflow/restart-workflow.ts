import { type Advancing, advanceWorkflow } from './advance-workflow.ts';
import { beginGeneration } from './begin-generation.ts';
import { stageOfCase } from './stage-of-case.ts';

export type Restart = 'nothing-to-do' | 'started-again' | 'new-generation' | 'released';

/**
 * Mends the workflow of a case that has no running execution to speak for it: the claimed generation is started again
 * under its own name; only when that name is closed does the next one begin. Safe at any time: a running execution
 * is left alone.
 */
export async function restartWorkflow(advancing: Advancing, caseId: string, now: string): Promise<Restart> {
  const { items, engine } = advancing;
  const asked = await stageOfCase(advancing, caseId);
  if (asked === undefined || asked.stage === 'none' || asked.stage === 'done') return 'nothing-to-do';
  const item = await items.workflow({ kind: 'case', id: caseId });
  if (item === undefined) {
    await beginGeneration(advancing, caseId, 0, now);
    return 'new-generation';
  }
  if (await engine.isRunning(caseId, item.generation)) {
    const advanced = await advanceWorkflow(advancing, caseId, now);
    return advanced === 'released' ? 'released' : 'nothing-to-do';
  }
  return (await beginGeneration(advancing, caseId, item.generation, now))
    ? 'new-generation'
    : 'nothing-to-do';
}
