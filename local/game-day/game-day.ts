/**
 * `npm run game-day`: raises a local cloud, makes every alarm ring (by its real cause where the local cloud can have it and
 * measure it, otherwise by its metric, and says which), gives the commands of the runbook, sees the cause mended, prints
 * a table, and files itself as a drill.
 */
import type { MetricAlarm } from '@aws-sdk/client-cloudwatch';
import { consumerNames } from '../../infra/consumers.ts';
import { takeEnvironment } from '../seed/environment.ts';
import { raiseTestCloud } from '../test-cloud.ts';
import {
  brokenFunctions,
  type Cause,
  deadLetters,
  lateFinding,
  leftOver,
  parkedRecord,
  scheduleFailed,
} from './causes.ts';
import { openField } from './field.ts';
import { nameOf, type Played, playCause, playMetric, printTable, stepsOf } from './play.ts';
import { watch } from './watching.ts';

const startedAt = new Date().toISOString();
const { cloud, lower } = await raiseTestCloud('game-day', {});
try {
  takeEnvironment(cloud.endpoint, cloud.region, cloud.outputs);
  // The container reads its configuration when it is loaded.
  const { makeKernel } = await import('../../functions/container/kernel.ts');
  const { fileDrill } = await import('../../functions/use-cases/drills/file-drill.ts');
  const { kernel } = makeKernel();
  const field = openField(cloud);
  const watching = watch(cloud.endpoint, cloud.region);
  const causes = new Map<string, Cause>(
    [
      ...deadLetters(field, consumerNames()),
      parkedRecord(field),
      scheduleFailed(field),
      leftOver(field, kernel),
      lateFinding(field, kernel),
      ...brokenFunctions(field, {
        'sign-in-faults': 'send-sign-in-code',
        'sweep-faults': 'sweep-deadlines',
        'reconcile-faults': 'reconcile',
        'seal-digest-faults': 'seal-digest',
      }),
    ].map((cause) => [cause.alarm, cause]),
  );
  const played: Played[] = [];
  for (const alarm of await watching.alarms()) {
    const cause = causes.get(nameOf(alarm));
    const row =
      cause === undefined
        ? await playMetric({ watching, field }, alarm, commandsFor(alarm))
        : await playCause({ watching, field }, alarm, cause);
    played.push(row);
    printTable([row]);
  }
  const silent = [...causes.keys()].filter((name) => !played.some(({ alarm }) => alarm === name));
  if (silent.length > 0) throw new Error(`No such alarm any more: ${silent.join(', ')}`);
  const steps = stepsOf(played);
  const failed = steps.filter(({ ok }) => !ok);
  const byCause = played.filter(({ rangBy }) => rangBy === 'its cause').length;
  const { drillId } = await fileDrill(kernel, {
    ...{ subject: 'game-day', startedAt, endedAt: new Date().toISOString(), steps },
    figures: { alarms: played.length, byCause, byMetric: played.length - byCause, failed: failed.length },
    findings: failed.map(({ name }) => ({
      what: `${name} did not ring or was not mended`,
      severity: 'high',
    })),
    verdict: failed.length === 0 ? 'passed' : 'failed',
    by: { kind: 'system', id: 'game-day' },
  });
  console.log(
    `\n${failed.length === 0 ? '✔' : '✖'} ${played.length} alarms, ${byCause} by their cause, ${failed.length} failed; filed as ${drillId}`,
  );
  if (failed.length > 0) process.exitCode = 1;
} finally {
  await lower();
}

/** The command that the alarm's heading in the runbook names, where it may be given without a fault. */
function commandsFor(alarm: MetricAlarm): readonly string[] {
  const name = nameOf(alarm);
  const consumer = consumerNames().find((one) => name === `${one}-age`);
  if (consumer !== undefined) return [`consumer start ${consumer}`];
  const anchor = alarm.AlarmDescription?.split('#')[1];
  const known: Readonly<Record<string, readonly string[]>> = {
    'events-do-not-reach-a-queue': ['reconcile everything'],
    'the-relay-is-behind': ['reconcile everything'],
    'a-schedule-has-stopped': ['reconcile'],
    'workflow-executions-break': ['reconcile everything'],
  };
  return known[anchor ?? ''] ?? [];
}
