/**
 * `npm run bench`: measures against a cloud of its own and writes docs/performance.md. With `--whole` also what takes long:
 * a start from a fresh clone (P11) and the whole of `npm test` (P12); their figures are kept until they are measured again.
 */
import { execa } from 'execa';
import { root } from '../../local/places.ts';
import { measureFreshStart } from './fresh-start.ts';
import { measureSuite } from './suite.ts';

const measured = await execa('vitest', ['run', '--project', 'bench'], {
  ...{ cwd: root, preferLocal: true, stdio: 'inherit', reject: false },
});
if (process.argv.includes('--whole')) {
  await measureFreshStart();
  await measureSuite();
}
await import('./report.ts');
process.exitCode = measured.exitCode ?? 1;
