import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { test } from 'vitest';
import { bundleFunctions } from '../../infra/bundle/bundle.ts';
import { root } from '../../local/places.ts';
import { bundlesIn, type FunctionBundle } from '../support/bundles.ts';
import { type Figure, median, times, verdictOf } from './figure.ts';
import { configurationOf } from './in-process.ts';
import { keepFigures } from './keep.ts';

const ROUNDS = 11;
const MOST_KILOBYTES = 600;
const MOST_TIMES_ONE_CLIENT = 1.25;

/** Who waits for these waits for their start too; and the two others that a person's wait may hang on. */
const TIMED = /^api\/|^workflow\/make-certificate$|^events\/relay$/;

/** What a function weighs, and how long a fresh process takes to have it ready, beside one bare SDK client. */
test('[P5] functions stay near the floor of one client', async () => {
  await keepFigures('bundles', await measureBundles());
}, 120_000);

async function measureBundles(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'banli-bundles-'));
  try {
    await bundleFunctions(folder);
    const bare = await bundleBareClient(folder);
    const bundles = [...bundlesIn(folder)].sort(([, a], [, b]) => b.kilobytes - a.kilobytes);
    const ready = await readyTimes(bundles, bare);
    const oneClient = ready.get('bare') ?? Number.NaN;
    const largest = bundles.find(([name]) => name.startsWith('api/'))?.[0];
    return bundles.flatMap(([name, bundle]) => {
      const judged = name === largest;
      const ratio = (ready.get(name) ?? Number.NaN) / oneClient;
      const clients = [...bundle.clients].sort().join(', ') || 'none';
      const size = {
        goal: 'P5',
        what: `${name}: size`,
        measured: `${bundle.kilobytes} KB`,
        reference: `bare DynamoDB client ${bare.kilobytes} KB; clients in it: ${clients}`,
        aim: judged ? `largest of the API ≤ ${MOST_KILOBYTES} KB` : '',
        verdict: judged ? verdictOf(bundle.kilobytes <= MOST_KILOBYTES) : 'stated',
      } satisfies Figure;
      const time = {
        goal: 'P5',
        what: `${name}: module ready`,
        measured: times(ratio),
        reference: `1 × = bare client, ${oneClient.toFixed(0)} ms here`,
        aim: judged ? `≤ ${MOST_TIMES_ONE_CLIENT} ×` : '',
        verdict: judged ? verdictOf(ratio <= MOST_TIMES_ONE_CLIENT) : 'stated',
      } satisfies Figure;
      return ready.has(name) ? [size, time] : [size];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Bundle {
  readonly file: string;
  readonly kilobytes: number;
}

/** The floor of any function that calls AWS, bundled as anybody would. */
async function bundleBareClient(folder: string): Promise<Bundle> {
  const file = join(folder, 'bare', 'index.mjs');
  const contents = `
    import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
    const client = new DynamoDBClient({});
    export const handler = () => client.send(new GetItemCommand({ TableName: 't', Key: {} }));`;
  const { metafile } = await build({
    stdin: { contents, resolveDir: root },
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    minify: true,
    metafile: true,
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return { file, kilobytes: Math.round((Object.values(metafile.outputs)[0]?.bytes ?? Number.NaN) / 1024) };
}

type Configuration = Readonly<Record<string, string | undefined>>;

/** Rounds are taken in turn, so that what else the machine does falls on all of them alike. */
async function readyTimes(
  bundles: readonly (readonly [string, FunctionBundle])[],
  bare: Bundle,
): Promise<ReadonlyMap<string, number>> {
  const all: { name: string; file: string; configuration: Configuration }[] = [];
  for (const [name, { file }] of bundles)
    if (TIMED.test(name)) all.push({ name, file, configuration: await configurationOf(name) });
  all.push({ name: 'bare', file: bare.file, configuration: all[0]?.configuration ?? {} });
  const taken = new Map<string, number[]>(all.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, file, configuration } of all) taken.get(name)?.push(readyIn(file, configuration));
  }
  return new Map([...taken].map(([name, values]) => [name, median(values)]));
}

function readyIn(file: string, configuration: Configuration): number {
  const measure = `const began = performance.now();
    await import(${JSON.stringify(pathToFileURL(file).href)});
    process.stdout.write(String(performance.now() - began)); process.exit();`;
  const env = { ...configuration, PATH: process.env.PATH };
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', measure], { env }));
}
