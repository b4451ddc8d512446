import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { checkByAwsSolutions } from '../../../infra/acknowledgements/acknowledgements.ts';
import { buildStage } from '../../../infra/app.ts';
import { bundleFunctions } from '../../../infra/bundle/bundle.ts';
import { STAGES, stageConfig } from '../../../infra/config.ts';
import { checkResidency } from '../../../infra/residency.ts';
import { makeApp } from './app.ts';
import { inlandConfig } from './inland.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Holds the bundles in `functions` and the templates of each stage in a folder of its name. */
    synthesized: string;
  }
}

/** Bundles once and synthesizes every stage once, for all tests of this layer to read; a finding of the checks fails here. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'banli-infra-'));
  const bundles = await bundleFunctions(join(folder, 'functions'));
  for (const config of [...STAGES.map(stageConfig), inlandConfig]) {
    const app = makeApp(join(folder, config.stage));
    checkByAwsSolutions(app, config, buildStage(app, config, bundles));
    checkResidency(app.synth(), config);
  }
  project.provide('synthesized', folder);
  return () => rm(folder, { recursive: true, force: true });
}
