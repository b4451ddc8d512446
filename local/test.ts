import { rm } from 'node:fs/promises';
import { report } from './fault.ts';
import { type Layer, type LayerResult, layers, policyTrace, runLayer } from './layers.ts';
import { localPath } from './places.ts';
import { makeEnvironment } from './python.ts';

// `npm test`: everything, two layers at a time because the smallest machine it must run on has two processors.
try {
  const seed = process.env.BANLI_SEED ?? String(Date.now() % 1_000_000_000);
  process.env.BANLI_SEED = seed;
  console.log(`✔ Random order and properties with seed ${seed} (repeat with BANLI_SEED=${seed} npm test)`);
  for (const folder of ['reports', 'trace']) await rm(localPath(folder), { recursive: true, force: true });
  await Promise.all([makeEnvironment('cloud'), makeEnvironment('lint')]);
  console.log('✔ Local cloud and template linter are in place');
  const queue = layers.values();
  const results = (await Promise.all([runAll(queue), runAll(queue)])).flat();
  results.push(...(await runAll([policyTrace])));
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
} catch (error) {
  report(error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}

/** Two of these may share one queue: each takes the next layer when it has done with one. */
async function runAll(queue: Iterable<Layer>): Promise<readonly LayerResult[]> {
  const results: LayerResult[] = [];
  for (const layer of queue) {
    console.log(`… ${layer.name}`);
    const result = await runLayer(layer);
    const { passed, failed, seconds, output } = result;
    if (failed > 0) console.log(output);
    console.log(`${failed > 0 ? '✖' : '✔'} ${layer.name}: ${passed} passed, ${failed} failed (${seconds} s)`);
    results.push(result);
  }
  return results;
}
