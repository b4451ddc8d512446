import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { DUE_EFFECTS } from '../../functions/domain/case/due-effects.ts';
import { LIFECYCLE } from '../../functions/domain/case/lifecycle.ts';
import type { MemoryCloud } from '../support/memory-cloud/cloud.ts';
import { type Disturbance, disturb, everyDisturbance, nameOf } from '../support/memory-cloud/disturb.ts';
import { FAULT_KINDS, type FaultKind } from '../support/memory-cloud/faults.ts';
import { FUNCTION_FOLDERS } from '../support/memory-cloud/functions.ts';
import { play } from '../support/memory-cloud/play.ts';
import type { Recorder } from '../support/memory-cloud/tape.ts';

/** `npm run faults` sets it: every call of every run, instead of some that the seed draws. `2/4`: the second quarter. */
const share = process.env.BANLI_FAULTS;
const DRAWN_OF_EACH_KIND = 12;

let cloud: MemoryCloud;
let tape: Recorder;

beforeAll(async () => {
  ({ cloud, tape } = await play());
}, 120_000);

/** Given by operators' commands, which are no functions. */
// ask-for-file is given while a region is activated: see test/use-cases/region.
const BY_OPERATORS = new Set(['destroy', 'recompute', 're-index', 'ask-for-file']);

/** Effects that no service of the repository has; tried in the domain's own tests. */
const WITHOUT_A_SERVICE = ['deem-accepted'];

describe('the scenes', () => {
  test('run every function that is deployed', () => {
    const ran = new Set(tape.recorded.map(({ folder }) => folder));
    expect(FUNCTION_FOLDERS.filter((folder) => !ran.has(folder))).toEqual([]);
  });

  test('give every command of the lifecycle', () => {
    const given = LIFECYCLE.map(({ command }) => command).filter((one) => !BY_OPERATORS.has(one));
    expect(given.filter((one) => !tape.commands.has(one))).toEqual([]);
  });

  test('let every effect fall due that a service knows', () => {
    const missed = DUE_EFFECTS.map(({ effect }) => effect).filter((one) => !tape.effects.has(one));
    expect([...new Set(missed)]).toEqual(WITHOUT_A_SERVICE);
  });
});

/** The whole run takes an hour: it tells what it finds when it finds it. */
function say(line: string): void {
  if (share !== undefined) process.stdout.write(`${share}: ${line}\n`);
}

function drawn(kind: FaultKind): readonly Disturbance[] {
  const all = everyDisturbance(tape.recorded, [kind]);
  if (share === undefined) {
    const seed = Number(process.env.BANLI_SEED ?? 1);
    return fc.sample(fc.constantFrom(...all), { seed, numRuns: DRAWN_OF_EACH_KIND });
  }
  const [part = 1, parts = 1] = share.split('/').map(Number);
  return all.filter((_one, n) => n % parts === part - 1);
}

describe('whatever run of whatever function is disturbed, when a call of it', () => {
  test.each(FAULT_KINDS)(
    '[R1] [R2] %s, it ends as if nothing had happened',
    { timeout: 7_200_000 },
    async (kind) => {
      const failed: string[] = [];
      const disturbances = drawn(kind);
      for (const [n, disturbance] of disturbances.entries()) {
        if (n % 250 === 0) say(`a call ${kind}: ${n} of ${disturbances.length}`);
        const different = await disturb(cloud, disturbance).catch((error: unknown) => [String(error)]);
        if (different.length === 0) continue;
        failed.push([nameOf(disturbance), ...different].join('\n  '));
        say(failed.at(-1) ?? '');
      }
      expect(failed).toEqual([]);
    },
  );
});
