import { cpus } from 'node:os';
import { execa } from 'execa';
import { root } from '../../local/places.ts';
import { type Figure, verdictOf } from './figure.ts';
import { keepFigures } from './keep.ts';

const MOST_SECONDS = 8 * 60;
const MOST_UNIT_SECONDS = 30;

/** `npm test` as anybody runs it; how long each layer took it says itself. */
export async function measureSuite(): Promise<void> {
  const began = performance.now();
  const said = { stdout: ['pipe', 'inherit'], stderr: 'inherit' } as const;
  const { stdout } = await execa('npm', ['test'], { ...said, cwd: root, reject: false });
  const seconds = Math.round((performance.now() - began) / 1000);
  const layers = [...stdout.matchAll(/^[✔✖] (.+): (\d+) passed, (\d+) failed \((\d+) s\)$/gm)];
  const total = /^(\d+) passed, (\d+) failed$/m.exec(stdout);
  const reference = `${total?.[1] ?? 0} passed, ${total?.[2] ?? '?'} failed, on ${cpus().length} cores`;
  const figures: Figure[] = [
    {
      goal: 'P12',
      what: 'npm test, everything',
      measured: `${seconds} s`,
      reference,
      aim: `≤ ${MOST_SECONDS} s`,
      verdict: verdictOf(seconds <= MOST_SECONDS && total?.[2] === '0'),
    },
    ...layers.map(
      ([, name = '', passed, , taken]): Figure => ({
        ...{ goal: 'P12', what: `npm test, ${name}`, measured: `${taken} s` },
        reference: `${passed} passed; beside another layer`,
        aim: name === 'unit' ? `≤ ${MOST_UNIT_SECONDS} s` : '',
        verdict: name === 'unit' ? verdictOf(Number(taken) <= MOST_UNIT_SECONDS) : 'stated',
      }),
    ),
  ];
  await keepFigures('suite', figures);
}
