import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A stand-in for the gateway's own throttle, which the local cloud does not have: a bucket of tokens, and
 * `429 {"message"}` in the gateway's words when it is empty. On AWS it is the stage's setting, held by a template test.
 */
export async function openThrottle(
  apiUrl: string,
  { rate, burst }: { readonly rate: number; readonly burst: number },
) {
  let tokens = burst;
  let filledAt = Date.now();
  const counts = { passed: 0, refused: 0 };
  const take = (): boolean => {
    const now = Date.now();
    tokens = Math.min(burst, tokens + ((now - filledAt) / 1000) * rate);
    filledAt = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (!take()) {
      counts.refused += 1;
      response.writeHead(429, { 'content-type': 'application/json' });
      response.end('{"message":"Too Many Requests"}');
      return;
    }
    counts.passed += 1;
    const headers = Object.fromEntries(
      ['authorization', 'content-type', 'idempotency-key', 'accept-language'].flatMap((name) => {
        const value = request.headers[name];
        return typeof value === 'string' ? [[name, value]] : [];
      }),
    );
    const answer = await fetch(`${apiUrl}${request.url}`, {
      method: request.method ?? 'GET',
      headers,
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    }).catch(() => undefined);
    response.writeHead(answer?.status ?? 503, { 'content-type': 'application/json' });
    response.end((await answer?.text()) ?? '{"message":"Service Unavailable"}');
  });
  await new Promise<void>((opened) => server.listen(0, '127.0.0.1', opened));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, counts, close: () => server.close() };
}
