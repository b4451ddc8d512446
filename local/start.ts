import { Listr } from 'listr2';
import { clientsFor, localRegion } from './aws.ts';
import { buildPortal, portalFolder } from './build-portal.ts';
import { deploy } from './deploy.ts';
import { type Emulator, startEmulator } from './emulator.ts';
import { isFault } from './fault.ts';
import { keepWatching } from './game-day/watching.ts';
import { type Outputs, outputOf } from './outputs.ts';
import { localPath } from './places.ts';
import { type Portal, servePortal } from './portal.ts';
import { cloudPort, portalPort } from './ports.ts';
import { deliver, type Post, runPost } from './post.ts';
import { makeEnvironment } from './python.ts';
import { reconcile } from './reconcile.ts';
import { seed } from './seed/seed.ts';

interface Running {
  emulator?: Emulator;
  portal?: Portal;
  outputs: Outputs;
  lines: readonly string[];
}

const folder = localPath('cloud');
const outboxFile = localPath('cloud', 'outbox.jsonl');
const running: Running = { outputs: {}, lines: [] };
const ending = new AbortController();

process.on('SIGINT', () => end(130));
process.on('SIGTERM', () => end(143));

try {
  await start();
} catch (error) {
  // The list has printed advice already; only what nobody foresaw needs more room.
  if (!ending.signal.aborted && !isFault(error)) console.error(error);
  end(1);
}

async function start(): Promise<void> {
  const started = Date.now();
  await steps().run();
  if (ending.signal.aborted) return;
  void runPost(post(), ending.signal);
  void keepWatching(post().endpoint, localRegion, ending.signal);
  void running.emulator?.ended.then(() => {
    if (!ending.signal.aborted) console.error(`✖ The local cloud ended unasked: see ${folder}/emulator.log.`);
    end(1);
  });
  console.log(summary(Math.round((Date.now() - started) / 100) / 10));
}

function steps(): Listr {
  return new Listr(
    [
      { title: 'Install the emulator', task: () => makeEnvironment('cloud') },
      { title: 'Start the local cloud', task: startCloud },
      {
        title: 'Deploy the stacks, build the portal',
        task: async () => {
          const target = { folder, endpoint: endpointOf(running), region: localRegion };
          const [outputs] = await Promise.all([deploy(target), buildPortal()]);
          running.outputs = outputs;
        },
      },
      {
        title: 'Load services, calendars and people',
        task: async (_context, task) => {
          const clients = clientsFor(endpointOf(running), localRegion);
          const endpoint = endpointOf(running);
          const context = { clients, outputs: running.outputs, endpoint, region: localRegion };
          running.lines = await seed(context, (title) => {
            task.output = title;
          });
        },
      },
      { title: 'Pick up open cases again', task: () => reconcile(endpointOf(running)) },
      { title: 'Serve the portal', task: startPortal },
    ],
    {
      registerSignalListeners: false,
      fallbackRenderer: 'simple',
      rendererOptions: { collapseErrors: false },
    },
  );
}

async function startCloud(): Promise<void> {
  running.emulator = await startEmulator({ folder, port: cloudPort(), region: localRegion });
}

async function startPortal(): Promise<void> {
  const apiUrl = `${endpointOf(running)}/_aws/execute-api/${outputOf(running.outputs, 'ApiId')}/$default`;
  running.portal = await servePortal({
    port: portalPort(),
    folder: portalFolder,
    apiUrl,
    outboxFile,
    filesOrigin: endpointOf(running),
  });
}

function post(): Post {
  const { sns } = clientsFor(endpointOf(running), localRegion);
  const reports = [{ sns, topicArn: running.outputs.MailReportsTopicArn }];
  return { endpoint: endpointOf(running), reports, file: outboxFile };
}

function endpointOf({ emulator }: Running): string {
  if (emulator === undefined) throw new Error('the local cloud is not running');
  return emulator.endpoint;
}

function summary(seconds: number): string {
  const url = running.portal?.url ?? '';
  return [
    `✔ Ready after ${seconds} s`,
    '',
    `  Portal            ${url}/`,
    `  Staff             ${url}/desk/`,
    `  Mail and SMS      ${url}/_outbox   or: npm run outbox`,
    `  AWS endpoint      ${endpointOf(running)}   (any keys, region ${localRegion})`,
    ...running.lines.map((line) => `  ${line}`),
    '',
    '  Ctrl-C stops everything and keeps the data; npm run reset clears it.',
  ].join('\n');
}

/** Whatever was started is stopped, however far the start had come; a second Ctrl-C changes nothing. */
function end(code: number): void {
  if (ending.signal.aborted) return;
  ending.abort();
  void stopAll().finally(() => process.exit(code));
}

async function stopAll(): Promise<void> {
  if (running.emulator === undefined) return;
  console.log('… stopping');
  await running.portal?.close();
  await deliver(post()).catch(() => {});
  await running.emulator.stop();
  console.log('✔ Stopped');
}
