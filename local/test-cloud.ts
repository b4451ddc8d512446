import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { clientsFor, localRegion, localSecondRegion } from './aws.ts';
import { buildPortal, portalFolder } from './build-portal.ts';
import { keepCalls } from './calls.ts';
import { deploy, deploySecondRegion, type Target } from './deploy.ts';
import { type Emulator, startEmulator } from './emulator.ts';
import { type Outputs, outputOf } from './outputs.ts';
import { localPath } from './places.ts';
import { servePortal } from './portal.ts';
import { freePort } from './ports.ts';
import { deliver, runPost } from './post.ts';
import { makeEnvironment } from './python.ts';
import { seed } from './seed/seed.ts';

/** What a region of the cloud offers. */
export interface TestRegion {
  readonly region: string;
  readonly apiUrl: string;
  readonly outputs: Outputs;
}

/** What a test needs to know of the cloud it runs against; plain data, so that it can cross to another process. */
export interface TestCloud extends TestRegion {
  readonly folder: string;
  readonly endpoint: string;
  readonly outboxFile: string;
  /** POST here to `/stop` and `/start`: the emulator belongs to the process that raised it. */
  readonly controlUrl: string;
  readonly portalUrl: string | undefined;
  readonly second: TestRegion | undefined;
}

export interface RaisedCloud {
  readonly cloud: TestCloud;
  lower(): Promise<void>;
}

export interface TestCloudOptions {
  readonly portal?: boolean;
  /** Also the second region, before there is data: replication copies no file that was there already. */
  readonly secondRegion?: boolean;
}

/** Every call that a function's role made to this cloud (`recordedCalls`). */
export function callsFileOf(folder: string): string {
  return `${folder}/calls.jsonl`;
}

/** A cloud of its own on free ports, deployed once for all tests of a layer; `npm start` may run beside it. */
export async function raiseTestCloud(
  layer: string,
  { portal: withPortal = false, secondRegion = false }: TestCloudOptions = {},
): Promise<RaisedCloud> {
  await makeEnvironment('cloud');
  await mkdir(localPath('test'), { recursive: true });
  const folder = await mkdtemp(localPath('test', `${layer}-`));
  const port = await freePort();
  const options = { folder, port, region: localRegion, callsFile: callsFileOf(folder) };
  let emulator: Emulator = await startEmulator(options);
  const { endpoint } = emulator;
  const [outputs] = await Promise.all([
    deploy({ ...options, endpoint }),
    withPortal ? buildPortal() : undefined,
  ]);
  const clients = clientsFor(endpoint, localRegion);
  const second = secondRegion ? await raiseSecondRegion({ ...options, endpoint }) : undefined;
  await seed({ clients, outputs, endpoint, region: localRegion }, () => {});
  const apiUrl = apiUrlOf(endpoint, outputs);
  const outboxFile = `${folder}/outbox.jsonl`;
  const ending = new AbortController();
  const reports = [
    { sns: clients.sns, topicArn: outputs.MailReportsTopicArn },
    { sns: clientsFor(endpoint, localSecondRegion).sns, topicArn: second?.outputs.MailReportsTopicArn },
  ];
  const post = { endpoint, reports, file: outboxFile };
  const delivering = runPost(post, ending.signal);
  const portalPort = await freePort();
  const portal = withPortal
    ? await servePortal({ port: portalPort, folder: portalFolder, apiUrl, outboxFile, filesOrigin: endpoint })
    : undefined;
  const control = await serveControl({
    '/stop': async () => {
      await deliver(post);
      await emulator.stop();
    },
    '/start': async () => {
      emulator = await startEmulator(options);
    },
  });
  return {
    cloud: {
      ...{ folder, endpoint, region: localRegion, apiUrl, outputs, outboxFile },
      controlUrl: control.url,
      portalUrl: portal?.url,
      second,
    },
    lower: async () => {
      ending.abort();
      await keepCalls(layer, callsFileOf(folder), clients);
      await Promise.all([delivering, control.close(), portal?.close(), emulator.stop()]);
      if (process.env.BANLI_KEEP === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function raiseSecondRegion(target: Target): Promise<TestRegion> {
  const outputs = await deploySecondRegion(target);
  return { region: localSecondRegion, apiUrl: apiUrlOf(target.endpoint, outputs), outputs };
}

function apiUrlOf(endpoint: string, outputs: Outputs): string {
  return `${endpoint}/_aws/execute-api/${outputOf(outputs, 'ApiId')}/$default`;
}

async function serveControl(acts: Readonly<Record<string, () => Promise<void>>>) {
  const server = createServer((incoming, answer) => {
    const act = acts[incoming.url ?? ''];
    if (act === undefined) return answer.writeHead(404).end();
    return act().then(
      () => answer.writeHead(204).end(),
      (error) => answer.writeHead(500).end(String(error)),
    );
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, close };
}
