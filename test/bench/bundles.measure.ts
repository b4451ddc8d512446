import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { test } from 'vitest';
import { ENVIRONMENT } from '../../functions/environment.ts';
import { BUNDLE_REPORT, bundleFunctions } from '../../infra/bundle.ts';
import { root } from '../../local/places.ts';
import { type Figure, median, times, verdictOf } from './figure.ts';
import { keepFigures } from './keep.ts';

const ROUNDS = 11;
const MOST_KILOBYTES = 600;
const MOST_TIMES_ONE_CLIENT = 1.25;

/** What a function weighs, and how long a fresh process takes to have it ready, beside one bare SDK client. */
test('[P5] functions stay near the floor of one client', async () => {
  await keepFigures('bundles', await measureBundles());
}, 120_000);

async function measureBundles(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'banli-bundles-'));
  try {
    await bundleFunctions(folder);
    const bare = await bundleBareClient(folder);
    const sizes = sizesIn(folder);
    const api = [...sizes].filter(([name]) => name.startsWith('api-')).sort(([, a], [, b]) => b - a);
    const names = [...api.map(([name]) => name), 'workflow-make-certificate', 'events-relay'];
    const ready = readyTimes(new Map(names.map((name) => [name, join(folder, name, 'index.mjs')])), bare);
    const oneClient = ready.get('bare') ?? Number.NaN;
    return names.flatMap((name, place) => {
      const size = sizes.get(name) ?? Number.NaN;
      const ratio = (ready.get(name) ?? Number.NaN) / oneClient;
      const judged = place === 0;
      return [
        {
          goal: 'P5',
          what: `${name}: size`,
          measured: `${size} KB`,
          reference: `bare DynamoDB client ${bare.kilobytes} KB`,
          aim: judged ? `largest of the API ≤ ${MOST_KILOBYTES} KB` : '',
          verdict: judged ? verdictOf(size <= MOST_KILOBYTES) : 'stated',
        },
        {
          goal: 'P5',
          what: `${name}: module ready`,
          measured: times(ratio),
          reference: `1 × = bare client, ${oneClient.toFixed(0)} ms here`,
          aim: judged ? `≤ ${MOST_TIMES_ONE_CLIENT} ×` : '',
          verdict: judged ? verdictOf(ratio <= MOST_TIMES_ONE_CLIENT) : 'stated',
        },
      ] satisfies Figure[];
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

function sizesIn(folder: string): ReadonlyMap<string, number> {
  const report: { outputs: Record<string, { bytes: number }> } = JSON.parse(
    readFileSync(join(folder, BUNDLE_REPORT), 'utf8'),
  );
  return new Map(
    Object.entries(report.outputs).map(([path, { bytes }]) => [
      path.split('/').at(-2) ?? path,
      Math.round(bytes / 1024),
    ]),
  );
}

/** Rounds are taken in turn, so that what else the machine does falls on all of them alike. */
function readyTimes(bundles: ReadonlyMap<string, string>, bare: Bundle): ReadonlyMap<string, number> {
  const all = [['bare', bare.file] as const, ...bundles];
  const taken = new Map<string, number[]>(all.map(([name]) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, file] of all) taken.get(name)?.push(readyIn(file));
  }
  return new Map([...taken].map(([name, values]) => [name, median(values)]));
}

function readyIn(file: string): number {
  const measure = `const began = performance.now();
    await import(${JSON.stringify(pathToFileURL(file).href)});
    process.stdout.write(String(performance.now() - began)); process.exit();`;
  const arn = 'arn:aws:kms:ap-northeast-1:000000000000:key/bench';
  const configuration = Object.fromEntries(Object.values(ENVIRONMENT).map((name) => [name, arn]));
  const env = { ...configuration, AWS_REGION: 'ap-northeast-1', PATH: process.env.PATH };
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', measure], { env }));
}
