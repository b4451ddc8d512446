import type { Author } from '../../../functions/domain/record/version.ts';
import type { CommandGiven } from '../../../functions/use-cases/record/command-given.ts';
import { giveCommand } from '../../../functions/use-cases/record/give-command.ts';
import { makeTestKernel } from '../kernel.ts';
import { type ProbeCommand, type ProbeTypes, probeDefinition } from '../probe-record.ts';

export const NOW = '2026-03-02T01:00:00Z';
export const anna: Author = { kind: 'staff', id: 'anna' };
export const bela: Author = { kind: 'staff', id: 'bela' };
export const relay: Author = { kind: 'system', id: 'relay' };

/** A kernel in memory with one record to give commands to, by anna unless said otherwise. */
export function setup(...[plan]: Parameters<typeof makeTestKernel>) {
  const bench = makeTestKernel(plan);
  const give = (command: ProbeCommand, key: string, more: Partial<CommandGiven<ProbeTypes>> = {}) =>
    giveCommand(bench.kernel, probeDefinition, {
      id: 'p1',
      command,
      actor: anna,
      key,
      now: NOW,
      reference: async () => undefined,
      ...more,
    });
  return { ...bench, give, versions: () => bench.store.records.get('enquiry/p1') ?? [] };
}

export const seen = (version: number) => ({ seen: { epoch: 1, version } });
