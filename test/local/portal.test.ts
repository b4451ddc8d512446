import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { servePortal } from '../../local/portal.ts';
import { freePort } from '../../local/ports.ts';

async function setup() {
  const folder = await mkdtemp(join(tmpdir(), 'banli portal '));
  await mkdir(join(folder, 'portal', 'desk'), { recursive: true });
  await writeFile(join(folder, 'portal', 'index.html'), 'customers');
  await writeFile(join(folder, 'portal', 'desk', 'index.html'), 'staff');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  const api = createServer((incoming, answer) => {
    let body = '';
    incoming.on('data', (chunk) => {
      body += chunk;
    });
    incoming.on('end', () => answer.writeHead(201).end(`${incoming.method} ${incoming.url} ${body}`));
  });
  const apiPort = await freePort();
  api.listen(apiPort, '127.0.0.1');
  const portal = await servePortal({
    port: await freePort(),
    folder: join(folder, 'portal'),
    apiUrl: `http://127.0.0.1:${apiPort}/stage`,
    outboxFile: join(folder, 'outbox.jsonl'),
    filesOrigin: 'http://127.0.0.1:9',
  });
  onTestFinished(async () => {
    api.close();
    await portal.close();
  });
  return (path: string, init?: RequestInit) => fetch(`${portal.url}${path}`, init);
}

test('nothing outside the built portal is given away', async () => {
  const ask = await setup();
  for (const path of ['/..%2fsecret.txt', '/%2e%2e/secret.txt', '/desk/..%2f..%2fsecret.txt']) {
    expect((await ask(path)).status).toBe(404);
  }
});

test('a file that is not there is not answered with a page', async () => {
  const ask = await setup();
  expect((await ask('/assets/missing.js')).status).toBe(404);
});

test('an address of a page gets the page that stands above it', async () => {
  const ask = await setup();
  expect(await (await ask('/track/20260302')).text()).toBe('customers');
  expect(await (await ask('/desk/cases/1')).text()).toBe('staff');
});

test('pages may talk to their own origin and the file store, and to nobody else', async () => {
  const ask = await setup();
  const policy = (await ask('/')).headers.get('content-security-policy');
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("connect-src 'self' http://127.0.0.1:9;");
});

test.each(['/public/services?words=a', '/me', '/staff/queue', '/system/x', '/openapi.json'])(
  'the API answers %s from the same origin',
  async (path) => {
    const ask = await setup();
    const answer = await ask(path, { method: 'POST', body: 'hello' });
    expect([answer.status, await answer.text()]).toEqual([201, `POST /stage${path} hello`]);
  },
);

test('a path that only begins like one of the API is a page', async () => {
  const ask = await setup();
  expect(await (await ask('/mean')).text()).toBe('customers');
});
