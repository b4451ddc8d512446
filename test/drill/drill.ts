/**
 * `npm run drill -- [cases] [rounds]`: raises a local cloud with two regions, brings cases to all stages, takes the first
 * region's service really away, activates the second, lets every case end there, counts what was carried, lost and
 * doubled, files itself; then the way back. Real here: the table's replica (5 ms), functions, queues, state machines,
 * buses, pools, keys. Not real, and shown with fakes in test/use-cases/region: strong consistency and its conflict
 * exceptions, a lost quorum, late arrivals and forks.
 */
import { raiseTestCloud } from '../../local/test-cloud.ts';
import { STAGES } from './carry.ts';
import type { Reckoning } from './reckoning.ts';
import { comeBack, openDrill, takeOver } from './rounds.ts';

const [count = 50, rounds = 1] = process.argv.slice(2).map(Number);
const stages = Array.from({ length: Math.ceil(count / STAGES.length) }, () => STAGES)
  .flat()
  .slice(0, count);
const started = Date.now();
const say = (line: string) =>
  console.log(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${line}`);

const { cloud, lower } = await raiseTestCloud('drill', { secondRegion: true });
try {
  const drill = await openDrill(cloud, { stages, customers: 5, patienceSeconds: 600, say });
  const reckonings: Reckoning[] = [];
  // No rounds: only the loss, without the way back.
  for (let round = 1; round <= Math.max(rounds, 1); round += 1) {
    reckonings.push(await takeOver(drill));
    if (rounds > 0) reckonings.push(await comeBack(drill));
  }
  if (reckonings.some(({ verdict }) => verdict === 'failed')) process.exitCode = 1;
} finally {
  await lower();
}
