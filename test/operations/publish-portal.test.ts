import { expect, test } from 'vitest';
import type { PortalFile } from '../../operations/portal/portal-file.ts';
import { type PortalPlace, publishPortal, type Release } from '../../operations/portal/publish-portal.ts';

const DAY_MS = 86_400_000;
const BEGAN = Date.parse('2026-03-02T01:00:00.000Z');

/** A page names its parts in plain words here. */
const build = (...parts: readonly string[]): readonly PortalFile[] =>
  [['index.html', parts.join(' ')], ['config.json', '{}'], ...parts.map((part) => [part, part])].map(
    ([name = '', text = '']) => ({ name, bytes: Buffer.from(text) }),
  );

/** Two buckets, and somebody who looks at both after every put and removal: what a page names must be there. */
function setup() {
  const broken: string[] = [];
  let left = Number.POSITIVE_INFINITY;
  const stored = new Map<string, Map<string, string>>();
  const look = () => {
    for (const [region, files] of stored) {
      const named = files.get('index.html')?.split(' ').filter(Boolean) ?? [];
      for (const part of named) if (!files.has(part)) broken.push(`${region}: ${part}`);
    }
  };
  const place = (region: string): PortalPlace => {
    const files = new Map<string, string>();
    stored.set(region, files);
    const releases: Release[] = [];
    return {
      region,
      assets: async () => [...files.keys()].filter((name) => name.startsWith('assets/')),
      put: async ({ name, bytes }) => {
        if (left === 0) throw new Error('broken off');
        left -= 1;
        files.set(name, Buffer.from(bytes).toString());
        look();
      },
      remove: async (names) => {
        for (const name of names) files.delete(name);
        look();
      },
      releases: async () => releases,
      note: async (release) => void releases.push(release),
    };
  };
  const places = [place('first'), place('second')];
  const publish = async (files: readonly PortalFile[], day: number, puts = Number.POSITIVE_INFINITY) => {
    left = puts;
    await publishPortal({
      files,
      places,
      now: new Date(BEGAN + day * DAY_MS).toISOString(),
      say: () => {},
    });
  };
  const partsOf = (region: string) =>
    [...(stored.get(region)?.keys() ?? [])].filter((name) => name.startsWith('assets/')).toSorted();
  return { publish, broken, partsOf, page: (region: string) => stored.get(region)?.get('index.html') };
}

test('a page is never in a bucket before every part it names', async () => {
  const { publish, broken, page } = setup();
  await publish(build('assets/a-1.js', 'assets/b-1.js'), 0);
  await publish(build('assets/a-2.js', 'assets/b-1.js'), 1);
  expect(broken).toEqual([]);
  expect([page('first'), page('second')]).toEqual([
    'assets/a-2.js assets/b-1.js',
    'assets/a-2.js assets/b-1.js',
  ]);
});

test('an open tab finds its parts for 30 days after the next release, however old they were', async () => {
  const { publish, partsOf } = setup();
  await publish(build('assets/a-1.js'), 0);
  await publish(build('assets/a-2.js'), 200);
  expect(partsOf('first')).toEqual(['assets/a-1.js', 'assets/a-2.js']);
  await publish(build('assets/a-3.js'), 230);
  expect(partsOf('second')).toEqual(['assets/a-1.js', 'assets/a-2.js', 'assets/a-3.js']);
  await publish(build('assets/a-4.js'), 231);
  expect(partsOf('second')).toEqual(['assets/a-2.js', 'assets/a-3.js', 'assets/a-4.js']);
});

test('a part that comes back into the build is kept', async () => {
  const { publish, partsOf } = setup();
  await publish(build('assets/a-1.js'), 0);
  await publish(build('assets/a-2.js'), 1);
  await publish(build('assets/a-1.js'), 40);
  await publish(build('assets/a-1.js'), 90);
  expect(partsOf('first')).toEqual(['assets/a-1.js']);
});

test.each([0, 1, 2, 3, 4, 5, 6, 7])(
  'broken off after %d puts it breaks no page, and is run again',
  async (puts) => {
    const { publish, broken, page } = setup();
    await publish(build('assets/a-1.js', 'assets/b-1.js'), 0);
    await expect(publish(build('assets/a-2.js', 'assets/b-2.js'), 1, puts)).rejects.toThrow('broken off');
    expect(broken).toEqual([]);
    await publish(build('assets/a-2.js', 'assets/b-2.js'), 1);
    expect(broken).toEqual([]);
    expect(page('second')).toBe('assets/a-2.js assets/b-2.js');
  },
);
