import type { MetricAlarm } from '@aws-sdk/client-cloudwatch';
import type { DrillStep } from '../../functions/domain/drill/drill-state.ts';
import { type Cause, untilDone } from './causes.ts';
import type { Field } from './field.ts';
import type { Watching } from './watching.ts';

export interface Played {
  readonly alarm: string;
  readonly rangBy: 'its cause' | 'its metric' | 'nothing';
  readonly fault: string;
  readonly commands: readonly string[];
  readonly mended: boolean;
  readonly note?: string;
  readonly startedAt: string;
  readonly endedAt: string;
}

const PREFIX = 'banli-local-';

/** Makes the fault, sees the alarm ring, gives the runbook's commands, and sees the fault gone and the alarm silent. */
export async function playCause(
  { watching, field }: { watching: Watching; field: Field },
  alarm: MetricAlarm,
  cause: Cause,
): Promise<Played> {
  const startedAt = new Date().toISOString();
  const played = { alarm: nameOf(alarm), fault: cause.fault, commands: cause.commands, startedAt };
  let rangBy: Played['rangBy'] = 'nothing';
  try {
    await cause.make();
    await untilDone(() => watching.look(alarm));
    rangBy = 'its cause';
    await cause.repair?.();
    for (const line of cause.commands) await field.command(line);
    await cause.after?.();
    if (cause.mended === undefined) await untilDone(async () => !(await watching.look(alarm)));
    else if (!(await cause.mended())) throw new Error('it runs no better than before');
    else await watching.tell(alarm, false);
    return { ...played, rangBy, mended: true, endedAt: new Date().toISOString() };
  } catch (error) {
    const note = error instanceof Error ? error.message : String(error);
    return { ...played, rangBy, mended: false, note, endedAt: new Date().toISOString() };
  }
}

/** What the local cloud cannot measure: told by its metric; the runbook's command is given all the same. */
export async function playMetric(
  { watching, field }: { watching: Watching; field: Field },
  alarm: MetricAlarm,
  commands: readonly string[],
): Promise<Played> {
  const startedAt = new Date().toISOString();
  const fault = 'not measured in the local cloud: told by its metric';
  const played = { alarm: nameOf(alarm), fault, commands, startedAt };
  try {
    await watching.tell(alarm, true);
    const rang = await watching.rings(alarm.AlarmName ?? '');
    for (const line of commands) await field.command(line);
    await watching.tell(alarm, false);
    const mended = !(await watching.rings(alarm.AlarmName ?? ''));
    return { ...played, rangBy: rang ? 'its metric' : 'nothing', mended, endedAt: new Date().toISOString() };
  } catch (error) {
    const note = error instanceof Error ? error.message : String(error);
    return { ...played, rangBy: 'nothing', mended: false, note, endedAt: new Date().toISOString() };
  }
}

export function nameOf({ AlarmName = '' }: MetricAlarm): string {
  return AlarmName.slice(PREFIX.length);
}

/** The rows as steps of the drill that files them. */
export function stepsOf(played: readonly Played[]): readonly DrillStep[] {
  return played.map(({ alarm, rangBy, commands, mended, note, startedAt, endedAt }) => ({
    ...{ name: alarm, startedAt, endedAt, ok: mended && rangBy !== 'nothing' },
    note: [`rang by ${rangBy}`, ...commands.map((line) => `npm run ${line}`), ...(note ? [note] : [])]
      .join('; ')
      .slice(0, 300),
  }));
}

export function printTable(played: readonly Played[]): void {
  for (const { alarm, rangBy, commands, mended, note } of played) {
    const sign = mended && rangBy !== 'nothing' ? '✔' : '✖';
    const gave = commands.length === 0 ? 'by AWS or a deployment' : commands.join(', ');
    console.log(`${sign} ${alarm.padEnd(34)} ${rangBy.padEnd(11)} ${gave}${note ? `  — ${note}` : ''}`);
  }
}
