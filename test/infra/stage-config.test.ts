import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { STAGES, stageConfig } from '../../infra/config.ts';
import { root } from '../../local/places.ts';
import { synthesized, textOf } from './support/stage.ts';

test('a stage that is none is refused with the names of those that are', () => {
  expect(() => stageConfig('production')).toThrow('Unknown stage "production": use one of local, dev, prod');
  expect(() => stageConfig('')).toThrow('Unknown stage');
  expect(() => stageConfig('__proto__')).toThrow('Unknown stage');
});

test('nothing of a stage leaves its jurisdiction', () => {
  for (const stage of STAGES) {
    const { jurisdiction } = stageConfig(stage);
    const named = new Set(
      textOf(synthesized(stage).resources.map(({ is }) => is)).match(/\b[a-z]{2}-[a-z]+-\d\b/g),
    );
    expect([...named].filter((region) => !jurisdiction.includes(region))).toEqual([]);
  }
});

test('days are sealed by the clock of the halls', () => {
  for (const stage of STAGES) {
    const { halls, timeZone } = stageConfig(stage);
    const zones = halls.map((hall): unknown => {
      const calendar = readFileSync(join(root, `calendars/${hall}.json`), 'utf8');
      return JSON.parse(calendar).timeZone;
    });
    expect(new Set(zones)).toEqual(new Set([timeZone]));
  }
});

test('the local stage has the regions, indexes and capabilities of the others, but for what the local cloud lacks', () => {
  const functionsOf = (stage: 'local' | 'prod') =>
    synthesized(stage)
      .all('AWS::Lambda::Function')
      .flatMap(({ is }) => is.Environment?.Variables.POWERTOOLS_SERVICE_NAME ?? []);
  expect(functionsOf('local').toSorted()).toEqual(functionsOf('prod').toSorted());
});
