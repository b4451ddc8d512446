import type { RecordRef } from '../../domain/record/version.ts';
import type { LeftOvers } from '../../ports/relay-store.ts';
import type { Advancing } from '../workflow/advance-workflow.ts';
import { beginGeneration } from '../workflow/begin-generation.ts';
import { stageOfCase } from '../workflow/stage-of-case.ts';

export interface RollingOver {
  readonly leftOvers: LeftOvers;
  readonly workflow: Advancing;
  /** Which definition of the state machine is deployed. */
  readonly machineRevision: string;
  readonly left: (what: RecordRef, error: unknown) => void;
}

const SEEN = 'roll-over/seen';
const WALK = 'roll-over/walk';
/** A deployment changes functions before the machine: what began in between may still run by the old definition. */
const DEPLOYED_WITHIN_MINUTES = 30;
/** Pages of fifty cases, a round of ten minutes: below 30,000 cases a day, a third of one a second. */
const MOST_PAGES_A_ROUND = 4;
const DONE = 'done';

/**
 * After a deployment that changed the state machine, open executions keep the definition they began with: walks the
 * waiting cases and begins a new generation for each that is older than the change, at a bounded rate. A walk that
 * found any is walked again; one that finds none is the last. Died half-way, it goes on from its last page.
 */
export async function rollOver(rolling: RollingOver, now: string): Promise<number> {
  const { leftOvers } = rolling;
  const since = await changedAt(rolling, now);
  const settled = minutesAfter(since, DEPLOYED_WITHIN_MINUTES);
  if (now < settled) return 0;
  const [kept = '', before = '0'] = ((await leftOvers.checkpoint(WALK)) ?? '').split('|');
  if (kept === DONE) return 0;
  let page = kept === '' ? undefined : kept;
  let renewed = 0;
  let ended = false;
  for (let pages = 0; pages < MOST_PAGES_A_ROUND && !ended; pages += 1) {
    const { items, next } = await leftOvers.withToken(page);
    for (const ref of items) renewed += await renew(rolling, ref, settled, now);
    page = next;
    ended = next === undefined;
  }
  const found = Number(before) + renewed;
  const walk = ended ? (found === 0 ? DONE : '') : `${page ?? ''}|${found}`;
  await leftOvers.keepCheckpoint(WALK, walk);
  return renewed;
}

/** When this definition was first seen here; a walk for another one is given up. */
async function changedAt({ leftOvers, machineRevision }: RollingOver, now: string): Promise<string> {
  const [revision, since] = ((await leftOvers.checkpoint(SEEN)) ?? '').split('|');
  if (revision === machineRevision && since !== undefined) return since;
  await leftOvers.keepCheckpoint(WALK, '');
  await leftOvers.keepCheckpoint(SEEN, `${machineRevision}|${now}`);
  return now;
}

async function renew(
  { workflow, left }: RollingOver,
  ref: RecordRef,
  settled: string,
  now: string,
): Promise<number> {
  try {
    const item = await workflow.items.workflow(ref);
    if (item === undefined || item.startedAt >= settled) return 0;
    const asked = await stageOfCase(workflow, ref.id);
    if (asked === undefined || asked.stage === 'done') return 0;
    if (!(await beginGeneration(workflow, ref.id, item, now))) return 0;
    await workflow.engine.stop(ref.id, item.generation);
  } catch (error) {
    left(ref, error);
  }
  return 1;
}

function minutesAfter(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}
