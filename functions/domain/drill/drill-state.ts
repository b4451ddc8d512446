import * as z from 'zod/mini';
import { SEVERITIES } from '../operations/severity.ts';

const step = z.strictObject({
  name: z.string(),
  startedAt: z.string(),
  endedAt: z.string(),
  ok: z.boolean(),
  note: z.exactOptional(z.string()),
});
export type DrillStep = z.infer<typeof step>;

const shortfall = z.strictObject({ what: z.string(), severity: z.enum(SEVERITIES) });
export type Shortfall = z.infer<typeof shortfall>;

/** What is tried: `region`, `restore`, `game-day`, or any plan of the centre (evacuation, power cut …). */
const subject = z.string();
const begun = { subject, plannedFor: z.exactOptional(z.string()), startedAt: z.string() };

export const drillState = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('planned'),
    subject,
    plannedFor: z.string(),
    /** Names of the steps still to be ticked, in order. */
    toDo: z.array(z.string()),
  }),
  z.strictObject({
    status: z.literal('running'),
    ...begun,
    toDo: z.array(z.string()),
    steps: z.array(step),
    findings: z.array(shortfall),
  }),
  z.strictObject({
    status: z.literal('finished'),
    ...begun,
    endedAt: z.string(),
    steps: z.array(step),
    figures: z.record(z.string(), z.number()),
    findings: z.array(shortfall),
    verdict: z.enum(['passed', 'failed']),
  }),
]);
export type DrillState = z.infer<typeof drillState>;

export type DrillCommand =
  | {
      readonly type: 'plan';
      readonly subject: string;
      readonly plannedFor: string;
      readonly toDo: readonly string[];
    }
  | { readonly type: 'put-off'; readonly plannedFor: string; readonly reason: string }
  | { readonly type: 'start' }
  | { readonly type: 'tick'; readonly name: string; readonly ok: boolean; readonly note?: string }
  | ({ readonly type: 'note-finding' } & Shortfall)
  | { readonly type: 'finish'; readonly verdict: 'passed' | 'failed' }
  | ({ readonly type: 'file' } & FinishedDrill);

/** A drill that a command ran and filed whole. */
export interface FinishedDrill {
  readonly subject: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly steps: readonly DrillStep[];
  readonly figures: Readonly<Record<string, number>>;
  readonly findings: readonly Shortfall[];
  readonly verdict: 'passed' | 'failed';
}
