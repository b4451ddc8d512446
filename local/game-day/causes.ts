import { findingDefinition } from '../../functions/domain/finding/finding.ts';
import { fileDrill } from '../../functions/use-cases/drills/file-drill.ts';
import { giveCommand } from '../../functions/use-cases/record/give-command.ts';
import type { RecordKernel } from '../../functions/use-cases/record/kernel.ts';
import type { Field } from './field.ts';

/** A fault that is really made, the command of the runbook that mends it, and how it is seen that it is gone. */
export interface Cause {
  readonly alarm: string;
  readonly fault: string;
  readonly make: () => Promise<void>;
  /** As an operator types it, without `npm run` and the stage; several where the runbook names several. */
  readonly commands: readonly string[];
  /** What only a deployment can do (put the code right), before the commands. */
  readonly repair?: () => Promise<void>;
  /** Measures again what is measured once a minute. */
  readonly after?: () => Promise<unknown>;
  /** A window of the past still holds the fault's own figures: mended is what runs well now. */
  readonly mended?: () => Promise<boolean>;
}

const HOUR = 3_600_000;
const before = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();

/** A message of each consumer that asks for nothing: old ones are harmless, and so is what is given back. */
const DEAD_LETTERS: Readonly<Record<string, unknown>> = {
  'advance-workflow': { detail: { id: 'game-day' } },
  'workflow-status': { detail: { name: 'game-day-1' } },
  'lock-archive': { detail: { id: 'game-day' } },
  'deliver-message': { detail: { messageId: 'game-day' } },
  'delivery-report': { eventType: 'Open', mail: { messageId: 'game-day' } },
  'follow-up': { detail: { followUpId: 'drill-game-day-0-f0' } },
  'inspect-document': { detail: { caseId: 'game-day', fileId: 'game-day' } },
  'perform-due': { kind: 'roster', id: 'game-day' },
};

/** What a consumer gave up after five tries, one at a time. */
export function deadLetters(field: Field, consumers: readonly string[]): readonly Cause[] {
  return consumers.map((consumer) => ({
    alarm: `${consumer}-failed`,
    fault: 'a message was tried five times and given up',
    make: async () => {
      if (consumer === 'deliver-message' || consumer === 'follow-up') await field.put(doneItem(consumer));
      await field.send(`${consumer}-dlq`, DEAD_LETTERS[consumer]);
    },
    commands: [`redrive ${consumer}`],
  }));
}

function doneItem(consumer: 'deliver-message' | 'follow-up'): Readonly<Record<string, unknown>> {
  const ref = { kind: 'drill', id: 'game-day' };
  const position = { epoch: 1, version: 1 };
  const at = before(1);
  return consumer === 'deliver-message'
    ? {
        ...{ pk: 'MESSAGE#game-day', sk: 'message', messageId: 'game-day', ref, position, id: 'game-day' },
        ...{
          kind: 'drill',
          status: 'skipped',
          requestedAt: at,
          message: 'receipt',
          channel: 'mail',
          to: 'none',
        },
      }
    : {
        ...{ pk: 'FOLLOWUP#drill-game-day-0-f0', sk: 'follow-up', followUpId: 'drill-game-day-0-f0' },
        ...{ kind: 'finding', id: 'drill-game-day-0-f0', from: ref, position, status: 'done', openedAt: at },
        ...{ to: { kind: 'finding', id: 'game-day' }, command: { type: 'report' } },
      };
}

/** A record that cannot be relayed: its version is no version. */
export function parkedRecord(field: Field): Cause {
  const key = { pk: 'DRILL#unreadable', sk: 'v#001#0000000001' };
  return {
    alarm: 'parked',
    fault: 'a record’s version cannot be read, and the relay sets it aside',
    make: () =>
      field.put({ ...key, kind: 'drill', id: 'unreadable', epoch: 1, version: 1, clear: '{}', hash: 'none' }),
    repair: () => field.remove(key),
    commands: ['reconcile everything', 'empty-parked'],
  };
}

export function scheduleFailed(field: Field): Cause {
  return {
    alarm: 'schedules-failed',
    fault: 'the scheduler could not begin a round',
    make: () => field.send('schedules-dlq', {}),
    commands: ['reconcile', 'empty-parked schedules'],
  };
}

/** A deployment whose function cannot even begin. */
export function brokenFunctions(field: Field, alarms: Readonly<Record<string, string>>): readonly Cause[] {
  return Object.entries(alarms).map(([alarm, name]) => ({
    alarm,
    fault: `a deployment of ${name} without its handler`,
    make: async () => {
      await field.deployHandler(name, 'index.gone');
      for (let tries = 0; tries < 3; tries += 1) await field.call(name);
    },
    repair: () => field.deployHandler(name, 'index.handler'),
    commands: name === 'reconcile' || name === 'sweep-deadlines' ? ['reconcile everything'] : [],
    mended: async () => name === 'send-sign-in-code' || (await field.call(name)) === 'done',
  }));
}

/** A follow-up whose event was lost an hour ago, and nobody took it up. */
export function leftOver(field: Field, kernel: RecordKernel): Cause {
  const at = before(1);
  return {
    alarm: 'left-over-old',
    fault: 'the event of a follow-up was lost an hour ago, and its consumer was off since',
    make: async () => {
      await field.command('consumer stop follow-up');
      const findings = [{ what: 'lost on a game day', severity: 'low' as const }];
      const drill = { subject: 'left-over', startedAt: at, endedAt: at, steps: [], figures: {}, findings };
      await fileDrill(kernel, { ...drill, verdict: 'failed', by: { kind: 'system', id: 'game-day' } });
      await untilDone(async () => (await field.depth('follow-up')) > 0);
      await field.purge('follow-up');
      await field.call('project-statistics');
    },
    commands: ['consumer start follow-up', 'reconcile everything'],
    after: async () => {
      await untilDone(async () => (await field.depth('follow-up')) === 0);
      await field.call('project-statistics');
    },
  };
}

/** A critical weakness found four days ago: one more than its limit. */
export function lateFinding(field: Field, kernel: RecordKernel): Cause {
  return {
    alarm: 'finding-late',
    fault: 'a critical finding of permissions is four days old',
    make: async () => {
      const report = { type: 'report', source: 'permissions', severity: 'critical' } as const;
      const answer = await giveCommand(kernel, findingDefinition, {
        ...{ id: 'permissions-game-day', actor: { kind: 'system', id: 'scan' }, key: 'game-day' },
        ...{ now: before(96), reference: async () => undefined },
        command: { ...report, what: 'may *', where: 'a role of the game day' },
      });
      if (!answer.done) throw new Error(answer.refusal.kind);
      await field.call('project-statistics');
    },
    commands: ['scan permissions'],
    after: () => field.call('project-statistics'),
  };
}

/** Waits for what happens behind a queue. */
export async function untilDone(ask: () => Promise<boolean>, seconds = 40): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await ask())) {
    if (Date.now() > end) throw new Error('it did not come about in time');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
