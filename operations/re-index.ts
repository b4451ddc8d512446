/**
 * Turns the key of the blind index and gives every case its values under the new one: `npm run re-index -- --stage dev turn`, then
 * `npm run re-index -- --stage dev from 2026-01-01`, from the first day of the stage. It begins when nobody makes values under the
 * version before any more, a minute later (`wait <seconds>` in a rehearsal where nothing else writes), and goes on where
 * it was stopped. Until it has ended cases are found under both.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { LOG_SHARDS } from '../functions/adapters/dynamodb/keys.ts';
import { wordAfter } from './command.ts';
import { takeStageEnvironment } from './stage-environment.ts';

const { stage, words } = await takeStageEnvironment();
// The container reads its configuration when it is loaded.
const { makeBlindIndex, makeIndexVersions, makeKernel } = await import('../functions/container/kernel.ts');
const { reIndex, turnIndexKey } = await import('../functions/use-cases/upkeep/re-index.ts');
const records = makeKernel();
const [act, day] = words;

if (act === 'turn') {
  const { current } = await turnIndexKey(records);
  console.log(
    `✔ Values are made under version ${current} from a minute on. Then: npm run re-index -- --stage ${stage} from <first day>`,
  );
} else if (act === 'from' && day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day)) {
  const done = await reIndex(
    {
      ...records,
      logShards: LOG_SHARDS,
      blindIndex: makeBlindIndex(records.kms, makeIndexVersions(records)),
      now: () => new Date().toISOString(),
      wait: (seconds) => pause(Number(wordAfter(words, 'wait') ?? seconds) * 1000),
      said: (hour, cases) => console.log(`  ${hour}: ${cases} cases`),
    },
    `${day}T00`,
  );
  console.log(`✔ ${done} cases looked at; the version before finds no more`);
} else throw new Error('Say turn, or from and the first day of the stage, as: from 2026-01-01');
