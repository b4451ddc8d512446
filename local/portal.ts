import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { dirname, extname, join, relative } from 'node:path';
import { contentSecurityPolicy, PAGE_HEADERS } from '../infra/edge/content-security-policy.ts';
import { headersOf } from '../operations/portal/portal-file.ts';
import { fault } from './fault.ts';
import { readKept } from './outbox.ts';
import { outboxPage } from './outbox-page.ts';

export interface PortalOptions {
  readonly port: number;
  /** The built portal. */
  readonly folder: string;
  /** The HTTP API, without a slash at the end. */
  readonly apiUrl: string;
  readonly outboxFile: string;
  /** Where presigned uploads and downloads go. */
  readonly filesOrigin: string;
}

export interface Portal {
  readonly url: string;
  close(): Promise<void>;
}

const apiPaths = /^\/(public|me|staff|system|openapi\.json)(\/|\?|$)/;

/** What CloudFront does in front of a real stage: pages and API from one origin. */
export async function servePortal(options: PortalOptions): Promise<Portal> {
  const server = createServer((incoming, answer) => {
    handle(options, incoming, answer).catch(() => refuse(answer, 500));
  });
  await listen(server, options.port);
  return {
    url: `http://localhost:${options.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', () => reject(fault(`Port ${port} is taken: stop what uses it, or set BANLI_PORT.`)));
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

async function handle(
  options: PortalOptions,
  incoming: IncomingMessage,
  answer: ServerResponse,
): Promise<void> {
  const path = incoming.url ?? '/';
  if (apiPaths.test(path)) return forward(options.apiUrl, incoming, answer);
  if (incoming.method !== 'GET' && incoming.method !== 'HEAD') return refuse(answer, 405);
  if (path === '/_outbox') {
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    answer.end(outboxPage(await readKept(options.outboxFile)));
    return;
  }
  await sendFile(options, decodeURIComponent(new URL(path, 'http://portal').pathname), answer);
}

function forward(apiUrl: string, incoming: IncomingMessage, answer: ServerResponse): void {
  const target = new URL(`${apiUrl}${incoming.url ?? '/'}`);
  const headers = { ...incoming.headers, host: target.host };
  const outgoing = request(target, { method: incoming.method, headers }, (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(answer);
  });
  outgoing.on('error', () => refuse(answer, 503));
  incoming.pipe(outgoing);
}

async function sendFile(options: PortalOptions, path: string, answer: ServerResponse): Promise<void> {
  const file = await fileFor(options.folder, path);
  if (file === undefined) return refuse(answer, 404);
  const { contentType, cacheControl } = headersOf(relative(options.folder, file));
  answer.writeHead(200, {
    'content-type': contentType,
    'cache-control': cacheControl,
    'content-security-policy': contentSecurityPolicy([options.filesOrigin]),
    ...PAGE_HEADERS,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  createReadStream(file).pipe(answer);
}

/** A page's address has no ending and gets the nearest index.html above it; the router in the page does the rest. */
async function fileFor(folder: string, path: string): Promise<string | undefined> {
  const file = join(folder, join('/', path));
  if (extname(file) !== '') return (await isFile(file)) ? file : undefined;
  for (let place = file; place.startsWith(folder); place = dirname(place)) {
    if (await isFile(join(place, 'index.html'))) return join(place, 'index.html');
  }
  return undefined;
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ?? false;
}

function refuse(answer: ServerResponse, status: number): void {
  if (!answer.headersSent) answer.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  answer.end(status === 503 ? 'The local cloud does not answer.' : `${status}`);
}
