/**
 * Goes over to a restored table: `npm run cut-over -- --stage prod <table>`, the table being what a rehearsal compared and kept. Refuses
 * commands on the table that is left (`lost`: it cannot be reached any more), makes a new one of the same shape, loads the
 * restored items, raises the epoch, moves number series on (`skip <n>`, 1000), destroys again what was destroyed since,
 * compares, and writes down which table the next deployment points at. After that deployment: `npm run cut-over -- --stage prod open`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { RESTORED_TABLES } from '../infra/restored-table.ts';
import { wordAfter } from './command.ts';
import { takeStageEnvironment } from './stage-environment.ts';

const given = await takeStageEnvironment();
const { stage, words } = given;
const [first] = words;
if (first === undefined) throw new Error('Name the restored table, or say open after the deployment');
// The container reads its configuration when it is loaded.
if (first === 'open') {
  const { openTable } = await import('./restore/open-table.ts');
  console.log(await openTable(stage));
} else {
  const { cutOver } = await import('./restore/cut-over.ts');
  const seconds = wordAfter(words, 'wait');
  const restored = await cutOver({
    stage,
    copy: first,
    lost: words.includes('lost'),
    skip: Number(wordAfter(words, 'skip') ?? 1000),
    ...(seconds !== undefined && { waitSeconds: Number(seconds) }),
    say: (line) => console.log(line),
  });
  const tables = { ...JSON.parse(readFileSync(RESTORED_TABLES, 'utf8')), [stage]: restored };
  writeFileSync(RESTORED_TABLES, `${JSON.stringify(tables, null, 2)}\n`);
  console.log(`✔ ${restored.name} is ready and closed; infra/restored-tables.json names it.`);
  console.log(
    `Now: commit that file, npm run deploy -- --stage ${stage}, npm run cut-over -- --stage ${stage} open`,
  );
}
