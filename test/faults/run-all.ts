import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

// `npm run faults`: every call of every recorded run, disturbed in every way; a process for each processor.
// `npm run faults -- 2/40` does the second fortieth alone.
const [asked] = process.argv.slice(2);
const parts = availableParallelism();
const shares = asked === undefined ? Array.from({ length: parts }, (_, n) => `${n + 1}/${parts}`) : [asked];

const codes = await Promise.all(
  shares.map(
    (share) =>
      new Promise<number>((done) => {
        const run = spawn('npx', ['vitest', 'run', '--project', 'faults', 'test/faults/every-call.test.ts'], {
          stdio: 'inherit',
          env: { ...process.env, BANLI_FAULTS: share },
        });
        run.on('exit', (code) => done(code ?? 1));
      }),
  ),
);
process.exitCode = Math.max(...codes);
