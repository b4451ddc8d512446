import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { cloud } from './support/cloud.ts';
import { operate } from './support/operate.ts';

const { s3 } = cloud.clients;
const Bucket = cloud.output('PortalBucketName');

/** A folder as the build leaves it, with one part that is named by its content. */
async function built(part: string, without?: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'banli built '));
  const hall = { name: { en: 'Centre' }, phone: '0' };
  const files = {
    'index.html': `<script src="/assets/${part}.js"></script>`,
    'desk/index.html': '<!doctype html>',
    'config.json': JSON.stringify({ apiUrl: 'http://elsewhere', timeZone: 'UTC', hall }),
    'banli-verify.mjs': '// verifies',
    'icon.svg': '<svg/>',
    [`assets/${part}.js`]: 'draw()',
  };
  for (const [name, text] of Object.entries(files)) {
    if (name === without) continue;
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

async function served(Key: string) {
  const { Body, ContentType, CacheControl } = await s3.send(new GetObjectCommand({ Bucket, Key }));
  return [await Body?.transformToString(), ContentType, CacheControl];
}

describe('publishing the portal', () => {
  test('puts a build where the edge reads it, and leaves an open tab the parts of the one before', async () => {
    const first = await operate('publish-portal', await built('customer-1a'));
    expect(first.stdout).toContain('✔ The portal of local is published in ap-northeast-1');
    const second = await operate('publish-portal', await built('customer-2b'));
    expect(second.stdout).toContain('1 of 1 parts were new');
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'assets/' }));
    expect(Contents.map(({ Key }) => Key)).toEqual(
      expect.arrayContaining(['assets/customer-1a.js', 'assets/customer-2b.js']),
    );
    expect(await served('index.html')).toEqual([
      '<script src="/assets/customer-2b.js"></script>',
      'text/html; charset=utf-8',
      'no-cache',
    ]);
    expect((await served('assets/customer-1a.js')).slice(1)).toEqual([
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
    expect((await served('banli-verify.mjs'))[1]).toBe('text/javascript; charset=utf-8');
  });

  test('gives the pages the settings of the stage', async () => {
    await operate('publish-portal', await built('customer-4d'));
    const [settings = ''] = await served('config.json');
    expect(JSON.parse(settings)).toEqual({
      apiUrl: '',
      timeZone: 'Asia/Shanghai',
      hall: { name: { en: 'Centre' }, phone: '12345' },
    });
  });

  test('refuses a folder that holds no whole portal, and names what is missing', async () => {
    const { stderr, exitCode } = await operate(
      'publish-portal',
      await built('customer-3c', 'desk/index.html'),
    );
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('desk/index.html missing')]);
  });
});
