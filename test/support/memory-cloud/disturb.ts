import type { MemoryCloud } from './cloud.ts';
import { type FaultKind, faultOf } from './faults.ts';
import { mend, settle } from './moment.ts';
import { doubled, outcomeOf, wrongs } from './outcome.ts';
import type { Recorded } from './tape.ts';

export interface Disturbance {
  readonly recorded: Recorded;
  readonly kind: FaultKind;
  /** Which call of the run, from 1. */
  readonly number: number;
}

export function nameOf({ recorded: { folder, about, calls }, kind, number }: Disturbance): string {
  return `${folder} ${about}: call ${number} (${calls[number - 1]}) ${kind}`;
}

/**
 * Goes back to the moment before a run, disturbs that one run, lets everything drive itself again, and answers what is
 * different from the undisturbed course; nothing when it holds. What the queues and retries do not mend by themselves
 * the schedules' next round must.
 */
export async function disturb(cloud: MemoryCloud, disturbance: Disturbance): Promise<readonly string[]> {
  const { recorded, kind, number } = disturbance;
  recorded.goBack();
  cloud.arm(faultOf(recorded.folder, kind, number));
  await settle(cloud);
  const atOnce = differences(cloud, recorded);
  if (atOnce.length === 0) return [];
  await mend(cloud);
  return differences(cloud, recorded);
}

export function differences(cloud: MemoryCloud, { outcome }: Recorded): readonly string[] {
  const now = outcomeOf(cloud);
  const missing = outcome.filter((line) => !now.includes(line)).map((line) => `missing: ${line}`);
  const more = now.filter((line) => !outcome.includes(line)).map((line) => `instead: ${line}`);
  const longer = now.length === outcome.length ? [] : [`${now.length} lines instead of ${outcome.length}`];
  return [...missing, ...more, ...longer, ...wrongs(cloud), ...doubled(cloud)];
}

/**
 * Every gap of every recorded run. A long run of the same call (a walk through pages) stands for itself by its first,
 * its last and every twentieth.
 */
export function everyDisturbance(
  recorded: readonly Recorded[],
  kinds: readonly FaultKind[],
): readonly Disturbance[] {
  return recorded.flatMap((one) =>
    one.calls
      .map((_call, n) => n + 1)
      .filter((number) => stands(one.calls, number))
      .flatMap((number) => kinds.map((kind) => ({ recorded: one, kind, number }))),
  );
}

function stands(calls: readonly string[], number: number): boolean {
  const [before, call, after] = [calls[number - 2], calls[number - 1], calls[number]];
  return before !== call || after !== call || number % 20 === 0 || calls.length < 60;
}
