import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { expect, inject, test } from 'vitest';
import { checkByAwsSolutions } from '../../infra/acknowledgements/acknowledgements.ts';
import { buildStage } from '../../infra/app.ts';
import { stageConfig } from '../../infra/config.ts';
import { makeApp } from './support/app.ts';

// That a stage has no finding is seen by its synthesis, which would fail: every test here stands on one. This one
// shows that the checks look at the whole of it, and that what is acknowledged is so for its own construct alone.
test('a bucket of no construct of ours is found in the midst of a stage, and nothing else is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'banli-checks-'));
  const app = makeApp(folder);
  const config = stageConfig('dev');
  const stage = buildStage(app, config, join(inject('synthesized'), 'functions'));
  new Bucket(stage.data, 'wrong');
  checkByAwsSolutions(app, config, stage);
  const found = findingsOf(() => app.synth());
  rmSync(folder, { recursive: true });
  expect(found).toEqual(['AwsSolutions-S1', 'AwsSolutions-S10']);
});

function findingsOf(synthesize: () => unknown): readonly string[] {
  try {
    synthesize();
    return [];
  } catch (error) {
    const places = [...String(error).matchAll(/^ +(banli-\S+)/gm)].map(([, place]) => place);
    expect(new Set(places)).toEqual(new Set(['banli-dev-data/wrong/Resource']));
    return [...String(error).matchAll(/AwsSolutions::(AwsSolutions-\w+)/g)]
      .map(([, rule = '']) => rule)
      .toSorted();
  }
}
