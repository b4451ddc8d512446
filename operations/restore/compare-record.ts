import { hash } from 'node:crypto';
import { keptVersionOf } from '../../functions/adapters/dynamodb/items.ts';
import { ACCESS_PREFIX, SORT_KEY, VERSION_PREFIX } from '../../functions/adapters/dynamodb/keys.ts';
import { headOf } from '../../functions/domain/kinds.ts';
import { brokenLink, type KeptVersion } from '../../functions/domain/record/chain.ts';
import { readClearPart } from '../../functions/domain/record/read-version.ts';

export type Item = Readonly<Record<string, unknown>>;

/** What is not as it must be: of which record, at which item of it, and what. */
export interface Difference {
  readonly record: string;
  readonly item: string;
  readonly what: string;
}

export interface Compared {
  readonly differences: readonly Difference[];
  readonly versions: number;
  readonly bytes: number;
  /** Written after the copy was taken: not in it, and rightly so. */
  readonly newer: number;
  /** Heads that the copy holds from before the newest version; lists are made right by reconcile. */
  readonly headsBehind: number;
}

/** Everything of a record that is put once and never changed. */
function isLasting({ sk }: Item): boolean {
  const key = String(sk);
  return (
    key.startsWith(VERSION_PREFIX) ||
    key === SORT_KEY.dataKey ||
    key.startsWith('body#') ||
    key.startsWith(ACCESS_PREFIX)
  );
}

/**
 * Compares one record as a copy holds it with the same record in the live table: every lasting item attribute by
 * attribute and byte by byte, the chain of the copy link by link, and its head with the one its newest version makes.
 * What the live table holds beyond the copy must be younger than the copy.
 */
export function compareRecord(
  record: string,
  copy: readonly Item[],
  live: readonly Item[],
  takenAt: string,
): Compared {
  const versions = copy.filter(({ sk }) => String(sk).startsWith(VERSION_PREFIX));
  const name = (item: string, what: string): Difference => ({ record, item, what });
  const standing = new Map(live.map((item) => [String(item.sk), item]));
  const held = new Set(copy.map(({ sk }) => String(sk)));
  const beyond = live.filter((item) => isLasting(item) && !held.has(String(item.sk)));
  const missing = beyond.filter((item) => isOlder(item, takenAt, versions));
  const changed = copy.filter(isLasting).flatMap((item) => {
    const other = standing.get(String(item.sk));
    if (other === undefined)
      return isDestroyed(live) ? [] : [name(String(item.sk), 'is not in the live table')];
    return changesOf(item, other).map((what) => name(String(item.sk), what));
  });
  const { broken, behind } = judgeCopy(versions, copy);
  return {
    differences: [
      ...changed,
      ...missing.map(({ sk }) => name(String(sk), 'is missing in the copy')),
      ...broken.map(([item, what]) => name(item, what)),
    ],
    versions: versions.length,
    bytes: copy.filter(isLasting).reduce((sum, item) => sum + bytesOf(item), 0),
    newer: beyond.length - missing.length,
    headsBehind: behind ? 1 : 0,
  };
}

/** Only versions and access entries are dated; a key or a body is as old as the version it came with. */
function isOlder({ sk, at }: Item, takenAt: string, versions: readonly Item[]): boolean {
  if (typeof at === 'string') return at <= takenAt;
  if (sk === SORT_KEY.dataKey) return versions.length > 0;
  const named = String(sk).split('#')[1] ?? '';
  return versions.some(({ clear }) => String(clear).includes(named));
}

function isDestroyed(live: readonly Item[]): boolean {
  return live.some(({ sk, eventType }) => String(sk).startsWith(VERSION_PREFIX) && eventType === 'destroyed');
}

function changesOf(copy: Item, live: Item): readonly string[] {
  const names = new Set([...Object.keys(copy), ...Object.keys(live)]);
  return [...names].flatMap((attribute) => {
    const [one, other] = [bytesIn(copy[attribute]), bytesIn(live[attribute])];
    if (Buffer.compare(one, other) === 0) return [];
    const at = one.findIndex((byte, n) => byte !== other[n]);
    return [`${attribute} differs at byte ${at === -1 ? one.byteLength : at}`];
  });
}

function bytesIn(value: unknown): Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value);
  return Buffer.from(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
}

function bytesOf(item: Item): number {
  return Object.values(item).reduce<number>((sum, value) => sum + bytesIn(value).byteLength, 0);
}

function judgeCopy(versions: readonly Item[], copy: readonly Item[]) {
  const broken: [item: string, what: string][] = [];
  const kept = versions.map(keptVersionOf);
  kept.forEach((version, n) => {
    const link = brokenLink(kept[n - 1], version, sha256);
    if (link !== undefined) broken.push([String(versions[n]?.sk), `the chain is ${link}`]);
    if (version.version !== n + 1) broken.push([String(versions[n]?.sk), `version ${n + 1} is missing`]);
  });
  const head = copy.find(({ sk }) => sk === SORT_KEY.head);
  const newest = kept.at(-1);
  if (head === undefined || newest === undefined || broken.length > 0) return { broken, behind: false };
  if (Number(head.version) > newest.version)
    broken.push(['head', `is of version ${head.version}, which is not there`]);
  else if (head.version === newest.version && !showsTheSame(head, newest))
    broken.push(['head', 'shows something else than its newest version makes']);
  return { broken, behind: Number(head.version) < newest.version };
}

function showsTheSame(head: Item, newest: KeptVersion): boolean {
  const made = headOf(readClearPart(newest).kind, newest);
  return JSON.stringify(sorted(head.card)) === JSON.stringify(sorted(made.card));
}

function sorted(value: unknown): unknown {
  return Object.fromEntries(Object.entries(Object(value)).sort());
}

function sha256(bytes: string | Uint8Array): string {
  return hash('sha256', bytes);
}
