import { hash } from 'node:crypto';

type Item = Readonly<Record<string, unknown>>;

/** Every version of every record by its key, each with the digest of all its bytes. */
export type Kept = ReadonlyMap<string, string>;

export function keptIn(items: readonly Item[]): Kept {
  const versions = items.filter(({ sk }) => String(sk).startsWith('v#'));
  return new Map(versions.map((item) => [`${item.pk} ${item.sk}`, hash('sha256', bytesOf(item))]));
}

/** What was kept before and is there no more, or is another. */
export function lostOf(before: Kept, after: Kept): readonly string[] {
  return [...before].flatMap(([key, digest]) => {
    const now = after.get(key);
    if (now === digest) return [];
    return [now === undefined ? `${key} is lost` : `${key} is another`];
  });
}

/** The same text for the same item, whichever table gave it: tables keep no order of names. */
function bytesOf(value: unknown): string {
  if (value instanceof Uint8Array) return `x'${Buffer.from(value).toString('hex')}'`;
  if (value instanceof Set) return `{${[...value].map(bytesOf).toSorted().join()}}`;
  if (Array.isArray(value)) return `[${value.map(bytesOf).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const named = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${named.map(([name, part]) => `${JSON.stringify(name)}:${bytesOf(part)}`).join()}}`;
}
