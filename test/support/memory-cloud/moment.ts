import { vi } from 'vitest';
import type { MemoryCloud } from './cloud.ts';
import { printer } from './processes.ts';

/** A moment of the whole cloud that it can be put back to, again and again. */
export function keepMoment(cloud: MemoryCloud): () => void {
  const now = Date.now();
  const records = cloud.records.keep();
  const transient = cloud.transient.keep();
  const maps = [cloud.users, cloud.answers, cloud.objects].map((map) => ({ map, kept: [...map] }));
  const lists = [cloud.mails, cloud.texts].map((list) => ({ list, kept: [...list] }));
  const { list: works, dead } = cloud.works;
  const machine = cloud.machine.keep();
  const { unprintable } = printer;
  return () => {
    vi.setSystemTime(now);
    cloud.records.putBack(records);
    cloud.transient.putBack(transient);
    for (const { map, kept } of maps) refill(map, kept);
    for (const { list, kept } of lists) list.splice(0, list.length, ...kept);
    cloud.works.list = works;
    cloud.works.dead = dead;
    machine();
    printer.unprintable = unprintable;
  };
}

function refill(map: Map<string, unknown>, kept: readonly (readonly [string, unknown])[]): void {
  map.clear();
  for (const [key, value] of kept) map.set(key, value);
}

const MOST_STEPS = 600;

/** One piece of work, or one state of one execution; `before` is told right before. Answers whether there was any. */
export async function step(cloud: MemoryCloud, before: () => void = () => {}): Promise<boolean> {
  for (const { name } of cloud.machine.broken.splice(0)) {
    cloud.enqueue('workflow-status', JSON.stringify({ detail: { name } }));
  }
  before();
  const work = cloud.works.take();
  if (work !== undefined) await cloud.works.perform(cloud, work);
  else if (!(await cloud.machine.step())) return cloud.works.sleep();
  return true;
}

/** Until nothing is left to do: all work done, every execution waiting or ended. */
export async function settle(cloud: MemoryCloud, before?: () => void): Promise<void> {
  for (let steps = 0; await step(cloud, before); steps += 1) {
    if (steps > MOST_STEPS) throw new Error('It never comes to rest');
  }
}

const MEND_MS = 20 * 60_000;

export const SCHEDULED = ['events/reconcile', 'events/sweep-deadlines'] as const;

/** A tick of each schedule, as the clock gives it. */
export function tick(cloud: MemoryCloud, folders: readonly (typeof SCHEDULED)[number][] = SCHEDULED): void {
  for (const folder of folders) {
    cloud.works.add({ kind: 'tick', folder, event: {}, at: Date.now(), tries: 0 });
  }
}

/** What the schedules mend when nobody else did, a while later. */
export async function mend(cloud: MemoryCloud): Promise<void> {
  cloud.wait(MEND_MS);
  tick(cloud);
  await settle(cloud);
}
