import { type Advancing, advanceWorkflow } from './advance-workflow.ts';
import { beginGeneration, livesElsewhere } from './begin-generation.ts';
import { stageOfCase } from './stage-of-case.ts';

export type Restart = 'nothing-to-do' | 'started-again' | 'new-generation' | 'released';

/** Longer than every try of a task with its pauses takes: six pauses of together two minutes, seven runs of a minute. */
const LOST_AFTER_MINUTES = 15;

/** Since when no token is stored; `lostAfterMinutes` by an operator who knows that no task is at work. */
export interface MissingToken {
  readonly since: string;
  readonly lostAfterMinutes?: number;
}

/**
 * Mends the workflow of a case that nobody seems to speak for. Safe at any time: an execution that runs is left alone;
 * the claimed generation is started again under its own name, and only when that name is closed does the next begin.
 * One that runs but has left no token for a quarter of an hour has lost it: it is superseded.
 */
export async function restartWorkflow(
  advancing: Advancing,
  caseId: string,
  now: string,
  missing: MissingToken = { since: now },
): Promise<Restart> {
  const { items, engine } = advancing;
  const ref = { kind: 'case' as const, id: caseId };
  const asked = await stageOfCase(advancing, caseId);
  if (asked === undefined || asked.stage === 'none') return 'nothing-to-do';
  const item = await items.workflow(ref);
  if (asked.stage === 'done') {
    if (item !== undefined) await items.endWorkflow(ref);
    return 'nothing-to-do';
  }
  if (item === undefined) {
    return (await beginGeneration(advancing, caseId, undefined, now)) ? 'new-generation' : 'nothing-to-do';
  }
  if (livesElsewhere(item, engine))
    return (await beginGeneration(advancing, caseId, item, now)) ? 'new-generation' : 'nothing-to-do';
  const { generation, token } = item;
  const status = await engine.statusOf(caseId, generation);
  if (status === 'not-started') {
    await engine.start(caseId, generation);
    return 'started-again';
  }
  const { since, lostAfterMinutes = LOST_AFTER_MINUTES } = missing;
  const lost = token === undefined && since < now && minutesBetween(since, now) >= lostAfterMinutes;
  if (status === 'running' && !lost) {
    return (await advanceWorkflow(advancing, caseId, now)) === 'nothing-to-do' ? 'nothing-to-do' : 'released';
  }
  const begun = await beginGeneration(advancing, caseId, item, now);
  if (begun && status === 'running') await engine.stop(caseId, generation);
  return begun ? 'new-generation' : 'nothing-to-do';
}

function minutesBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / 60_000;
}
