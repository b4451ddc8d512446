import { calendarDefinition } from '../../../functions/domain/catalogue-records/calendar-record.ts';
import { giveCommand } from '../../../functions/use-cases/record/give-command.ts';
import { loadRecord } from '../../../functions/use-cases/record/load-record.ts';
import { takeEnvironment } from '../../../local/seed/environment.ts';
import { cloud } from './cloud.ts';

/** Publishes a closure of the hall from today on for two weeks, as for a typhoon. */
export async function closeHall(): Promise<void> {
  takeEnvironment(cloud.endpoint, cloud.region, cloud.outputs);
  const { makeKernel } = await import('../../../functions/container/kernel.ts');
  const { kernel, hall } = makeKernel();
  const now = new Date();
  const dayAfter = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const standing = await loadRecord(kernel, calendarDefinition, hall);
  const text = { 'zh-Hant': '颱風', 'zh-Hans': '台风', en: 'Typhoon' };
  const closure = { from: dayAfter(1), to: dayAfter(14), reason: text, basis: '示例' };
  const answer = await giveCommand(kernel, calendarDefinition, {
    id: hall,
    command: { type: 'publish', hall, calendar: { ...standing?.version.state, closures: [closure] } },
    actor: { kind: 'system', id: 'operator' },
    key: `closure/${now.toISOString()}`,
    now: now.toISOString(),
    reference: async () => undefined,
  });
  if (!answer.done) throw new Error(JSON.stringify(answer.refusal));
}
