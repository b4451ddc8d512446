import { execa } from 'execa';
import { environmentFor } from '../../../local/aws.ts';
import { root } from '../../../local/places.ts';
import { cloud } from './cloud.ts';

/** Runs an operator's command against the test's cloud, as a stage whose outputs it has to find itself. */
export function operate(script: string, ...words: readonly string[]) {
  const stage = words.includes('--stage') ? [] : ['--stage', 'local'];
  return execa('node', [`operations/${script}.ts`, ...stage, ...words], {
    cwd: root,
    preferLocal: true,
    localDir: root,
    env: environmentFor(cloud.endpoint, cloud.region),
    input: '',
    reject: false,
  });
}
