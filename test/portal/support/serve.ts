import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { extname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { FakeApi } from './fake-api.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** As strict as the edge will be: nothing inline, nothing made from text, nothing from elsewhere. */
export const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Serves a built portal with an API in memory behind it. */
export async function serveFake(
  folder: string,
  api: FakeApi,
  port = 0,
): Promise<{ url: string; close(): void }> {
  const server = createServer(async (incoming, answer) => {
    const url = new URL(incoming.url ?? '/', 'http://portal');
    if (url.pathname === '/upload') {
      await text(incoming);
      return answer.writeHead(204).end();
    }
    if (/^\/(public|me)(\/|$)/.test(url.pathname)) {
      const { status, body } = api.answer(await askedOf(incoming, url));
      answer.writeHead(status, {
        'content-type': status < 400 ? 'application/json' : 'application/problem+json',
      });
      return answer.end(body === undefined ? undefined : JSON.stringify(body));
    }
    const wanted = join(folder, url.pathname);
    const file = extname(wanted) !== '' && existsSync(wanted) ? wanted : join(folder, 'index.html');
    answer.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'text/plain',
      'content-security-policy': CSP,
    });
    return answer.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${taken}`, close };
}

async function askedOf(incoming: IncomingMessage, url: URL) {
  const body = await text(incoming);
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    body: body === '' ? {} : JSON.parse(body),
    signedIn: incoming.headers.authorization === 'Bearer a',
    key: String(incoming.headers['idempotency-key'] ?? ''),
  };
}
