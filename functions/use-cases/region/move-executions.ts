import type { PageOfWork } from '../../ports/relay-store.ts';
import { type Reconciled, reconcile } from '../upkeep/reconcile.ts';
import { restartWorkflow } from '../workflow/restart-workflow.ts';
import type { Activating, StepWork } from './activating.ts';
import { afterStep, counted } from './progress.ts';

interface FoundCase {
  readonly id: string;
  /** Since when no token is stored. */
  readonly since?: string;
}

/**
 * Begins the next generation here for every open case whose execution lives elsewhere; one whose execution is here
 * already is only brought up to date. Two lists together hold every open case: those `waiting` with a token, then those
 * `working` without; a page at a time.
 */
export const moveExecutions: StepWork = async (activating, progress) => {
  const [list, ...rest] = (progress.cursor ?? 'waiting|').split('|');
  const page = rest.join('|') === '' ? undefined : rest.join('|');
  const { items, next } = await read(activating, list === 'working', page);
  // Without a token since the switch: moved by this very walk a moment ago, or begun here.
  const here = items.filter(({ since }) => since === undefined || since < progress.switchedAt);
  let moved = 0;
  let left = 0;
  for (const { id } of here) {
    await activating.pace();
    try {
      const answer = await restartWorkflow(activating.workflow, id, activating.clock());
      if (answer === 'new-generation' || answer === 'started-again') moved += 1;
    } catch (error) {
      left += 1;
      activating.left({ kind: 'case', id }, error);
    }
  }
  const after = counted(progress, { openCases: here.length, executionsStarted: moved, executionsLeft: left });
  if (next !== undefined) return { progress: { ...after, cursor: `${list}|${next}` } };
  if (list !== 'working') return { progress: { ...after, cursor: 'working|' } };
  return { progress: afterStep(after, activating.clock(), { ok: true }) };
};

async function read(
  { leftOvers }: Activating,
  isWorking: boolean,
  page?: string,
): Promise<PageOfWork<FoundCase>> {
  return isWorking ? leftOvers.withoutToken('~', page) : leftOvers.withToken(page);
}

/** One round: messages, follow-ups, broken executions and parked records; the schedule here goes on with it. */
export const reconcileHere: StepWork = async (activating, progress) => {
  const done: Reconciled = await reconcile(activating, activating.clock());
  return {
    progress: afterStep(counted(progress, { reconciled: sumOf(done) }), activating.clock(), { ok: true }),
  };
};

function sumOf({ messages, followUps, workflows, parked, relayed }: Reconciled): number {
  return messages + followUps + workflows + parked + relayed;
}
