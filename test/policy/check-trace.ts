import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { readCalls } from '../../local/calls.ts';
import { root } from '../../local/places.ts';
import { judgeCalls } from './judge-calls.ts';
import { faultsOf, lostScenarios } from './judge-trace.ts';
import { policyPage, proofsFrom } from './policy-page.ts';
import { readTrace, TRACED_LAYERS } from './trace.ts';
import { EXCUSES, NOT_CALLED } from './unseen-permissions.ts';

// The last layer of `npm test`, after all others: writes docs/policy.md from what ran and passed, and fails when a clause
// lost its scenario, or a function and its role do not agree [R34]. `--shrink` takes clauses that have one now off the list.
const PAGE = 'docs/policy.md';
const LIST = join(root, 'test/policy/uncovered.json');

const traces = new Map(
  TRACED_LAYERS.flatMap((layer) => {
    const trace = readTrace(layer);
    return trace === undefined ? [] : [[layer, trace] as const];
  }),
);
const missing = TRACED_LAYERS.filter((layer) => !traces.has(layer));
if (missing.length > 0) {
  // Of some layers alone nothing can be said; in `npm test` a layer without a trace has not run to its end.
  console.log(`No whole run of: ${missing.join(', ')}. docs/policy.md stays as it is.`);
  process.exitCode = process.argv.includes('--all') ? 1 : 0;
} else {
  const proofs = proofsFrom(traces);
  const uncovered = z.parse(z.array(z.string()), JSON.parse(readFileSync(LIST, 'utf8')));
  if (process.argv.includes('--shrink')) {
    const left = uncovered.filter((id) => !proofs.has(id));
    writeFileSync(LIST, `${JSON.stringify(left, null, 2)}\n`);
    uncovered.splice(0, uncovered.length, ...left);
  }
  const page = policyPage(proofs);
  const committed = committedPage();
  const lost = lostScenarios(committed, page);
  writeFileSync(join(root, PAGE), page);
  if (page !== committed) console.log(`${PAGE} differs from the committed one: look at it and commit it.`);
  for (const line of lost) console.log(`Gone from ${PAGE}: ${line}`);
  const calls = (await readCalls('integration')) ?? {};
  const faults = [...faultsOf(proofs, uncovered), ...judgeCalls(calls, EXCUSES, NOT_CALLED)];
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length > 0 || (process.env.CI === 'true' && lost.length > 0) ? 1 : 0;
}

function committedPage(): string {
  try {
    return execFileSync('git', ['show', `HEAD:${PAGE}`], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  } catch {
    return '';
  }
}
