import { describe, expect, test } from 'vitest';
import { crashAfter, crashBefore, type FaultPlan, throttleAt, timeoutAfterEffectAt } from './fakes/faults.ts';
import type { Workshop } from './workshop.ts';

interface Interrupted<Outcome> {
  /** Brings a new workshop to the moment before; nothing is disturbed yet. */
  readonly given: (plan: FaultPlan) => Promise<Workshop>;
  /** The function that is disturbed. */
  readonly run: (workshop: Workshop) => Promise<unknown>;
  /** What brings it back: its queue, its retry, or reconcile. */
  readonly redrive: (workshop: Workshop) => Promise<unknown>;
  /** What must be the same however it went. */
  readonly outcome: (workshop: Workshop) => Promise<Outcome>;
}

/** Its plan sleeps until `run`: what happens before is not counted. */
function waking(plan: FaultPlan) {
  let offset: number | undefined;
  const shifted = (number: number) => number - (offset ?? number);
  const sleeping: FaultPlan = {
    before: (call) =>
      offset === undefined ? undefined : plan.before?.({ ...call, number: shifted(call.number) }),
    after: (call) =>
      offset === undefined ? undefined : plan.after?.({ ...call, number: shifted(call.number) }),
  };
  return { plan: sleeping, wake: (calls: number) => (offset = calls) };
}

async function callsOf<Outcome>(scene: Interrupted<Outcome>): Promise<{ calls: number; outcome: Outcome }> {
  const workshop = await scene.given({});
  const before = workshop.line.calls.length;
  await scene.run(workshop);
  const calls = workshop.line.calls.length - before;
  await scene.redrive(workshop);
  return { calls, outcome: await scene.outcome(workshop) };
}

const FAULTS = { crashBefore, crashAfter, throttleAt, timeoutAfterEffectAt } as const;

/**
 * Disturbs a function at each of its calls in turn (dies before it, dies after it, throttled, timed out after effect),
 * brings it back, and compares with what an undisturbed run leaves behind.
 */
export function holdsHowever<Outcome>(title: string, scene: Interrupted<Outcome>): void {
  describe(title, () => {
    test.each(Object.keys(FAULTS))('[R1] [R2] holds with %s at every call', async (fault) => {
      const undisturbed = await callsOf(scene);
      expect(undisturbed.calls).toBeGreaterThan(0);
      for (let number = 1; number <= undisturbed.calls; number += 1) {
        const { plan, wake } = waking(FAULTS[fault as keyof typeof FAULTS](number));
        const workshop = await scene.given(plan);
        wake(workshop.line.calls.length);
        await scene.run(workshop).catch((error: unknown) => {
          if (!(error instanceof Error)) throw error;
        });
        workshop.line.rest();
        await scene.redrive(workshop);
        const where = workshop.line.calls.at(-1);
        expect(await scene.outcome(workshop), `call ${number}, ${where?.port}.${where?.method}`).toEqual(
          undisturbed.outcome,
        );
      }
    });
  });
}
