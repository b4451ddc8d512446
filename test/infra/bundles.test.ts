import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { LANGUAGES } from '../../functions/domain/language.ts';
import { compile } from '../../functions/words/compile.ts';
import { mapFunction } from '../../infra/bundle/bundle.ts';
import { root } from '../../local/places.ts';
import { placesIn } from '../../operations/places-in.ts';
import { bundlesIn } from '../support/bundles.ts';

const bundles = bundlesIn(join(inject('synthesized'), 'functions'));
const read = (file: string) => readFileSync(file, 'utf8');

/** Those that carry a module whose path says so, and that module. */
const carrying = (path: RegExp) =>
  [...bundles].flatMap(([name, { inputs }]) =>
    [...inputs.keys()].filter((input) => path.test(input)).map((input) => `${name}: ${input}`),
  );

test('[P5] no function of the API is larger than 600 KB', () => {
  const sizes = [...bundles].filter(([name]) => name.startsWith('api/'));
  expect(sizes.length).toBeGreaterThan(10);
  expect(sizes.filter(([, { kilobytes }]) => !(kilobytes <= 600))).toEqual([]);
});

describe('a bundle carries nothing', () => {
  test('twice', () => {
    expect(carrying(/node_modules\/.*node_modules\/@(aws-sdk|smithy)\//)).toEqual([]);
  });

  test('that reads texts, which are compiled when they are packed', () => {
    expect(carrying(/@messageformat|words\/compile\.ts/)).toEqual([]);
  });

  test('for streams of events, for asking DynamoDB where it is, or for a Node that cannot hash', () => {
    expect(
      carrying(/submodules\/event-streams|middleware-endpoint-discovery|\/(Sha1Js|Sha256Js|Md5Js)\.js/),
    ).toEqual([]);
  });

  test('of `fetch` until it is used: it requires node:http and imports no module that would load it all', () => {
    const loads = [...bundles.values()]
      .map(({ file }) => read(file))
      .filter((code) => code.includes('node:http"'));
    expect(loads.length).toBeGreaterThan(20);
    expect(loads.filter((code) => /(from|import\()\s*"(node:)?http"/.test(code))).toEqual([]);
  });
});

test('the words of each language lie beside every function, compiled', () => {
  for (const { file } of bundles.values()) {
    for (const language of LANGUAGES) {
      const texts: Record<string, string> = JSON.parse(
        read(join(root, 'functions/words', `${language}.json`)),
      );
      const compiled = Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, compile(text)]));
      expect(JSON.parse(read(join(dirname(file), `${language}.json`)))).toEqual(compiled);
    }
  }
});

test('a place that was logged is found in the source: its map is of the very bundle that is deployed', async () => {
  const { code, map } = await mapFunction('api/tracking');
  expect(code).toBe(read(bundles.get('api/tracking')?.file ?? ''));
  const lines = code.slice(0, code.indexOf('"REQUEST_FAILED"')).split('\n');
  const place = `at a (file:///var/task/index.mjs:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1})`;
  const source = read(join(root, 'functions/http/chain.ts')).split('\n');
  const line = source.findIndex((one) => one.includes("'REQUEST_FAILED'")) + 1;
  expect(placesIn(`${place} < at index.mjs:1:1`, map)).toEqual([
    expect.stringMatching(new RegExp(`^functions/http/chain\\.ts:${line}:\\d+$`)),
    'index.mjs:1:1 (of no source)',
  ]);
});
