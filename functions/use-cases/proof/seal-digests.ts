import { hexOf, utf8Of } from '../../domain/proof/bytes.ts';
import { daysFrom, hoursOfDay, lastDayToSeal } from '../../domain/proof/digest-day.ts';
import { rootOver } from '../../domain/proof/judge-tree.ts';
import type { Sha256Bytes } from '../../domain/proof/merkle-tree.ts';
import { canonicalOf, jsonOf } from '../../domain/proof/signed.ts';
import { type Digest, leaves as leavesFile, signedDigest } from '../../domain/proof/statements.ts';
import { NO_HASH } from '../../domain/record/chain.ts';
import type { Digests, LogEntry, ProofLog, Signer } from '../../ports/proof.ts';
import type { LeftOvers } from '../../ports/relay-store.ts';
import { signStatement } from './sign.ts';

export interface Sealing {
  readonly log: ProofLog;
  readonly digests: Digests;
  readonly signer: Signer;
  readonly checkpoints: Pick<LeftOvers, 'checkpoint' | 'keepCheckpoint'>;
  readonly timeZone: string;
  readonly sha256: Sha256Bytes;
}

export interface SealedDay {
  readonly day: string;
  readonly versions: number;
  readonly accesses: number;
  readonly late: number;
}

const JOB = 'seal-digest';
/** After a long standstill the rest waits for the next round; each day is whole by itself. */
const MOST_DAYS_A_ROUND = 10;
/** A table that forgot how far it was (restored from a backup) finds the newest digest this far back. */
const SEARCHED_DAYS = 60;
/** Days whose hours are read once more for what came too late for their digest. */
const LOOK_BACK_DAYS = 3;
/** Of so many late ones the rest waits for the next digest, which finds them the same way. */
const MOST_LATE = 5000;

/**
 * Seals each day that is due and has no digest, oldest first. A round that dies half-way leaves whole days behind it and
 * begins again with the next; two rounds at once end with one digest a day, for it is put if absent. [7.2.3]
 */
export async function sealDigests(
  sealing: Sealing,
  now: string,
  { from, lookBackDays = LOOK_BACK_DAYS }: { readonly from?: string; readonly lookBackDays?: number } = {},
): Promise<readonly SealedDay[]> {
  const last = lastDayToSeal(now, sealing.timeZone);
  const sealed: SealedDay[] = [];
  let day = await firstUnsealed(sealing, last, from);
  while (day <= last && sealed.length < MOST_DAYS_A_ROUND) {
    sealed.push(await sealDay(sealing, day, now, lookBackDays));
    await sealing.checkpoints.keepCheckpoint(JOB, day);
    day = daysFrom(day, 1);
  }
  return sealed;
}

async function firstUnsealed(
  { checkpoints, digests }: Sealing,
  last: string,
  from: string | undefined,
): Promise<string> {
  const upTo = await checkpoints.checkpoint(JOB);
  if (upTo !== undefined && (await digests.digest(upTo)) === undefined) {
    // Sealed in the other region: nothing may follow it before it has been replicated.
    throw new Error(`The digest of ${upTo} is not here yet`);
  }
  if (upTo !== undefined) return daysFrom(upTo, 1);
  for (let back = 0; back < SEARCHED_DAYS; back += 1) {
    const day = daysFrom(last, -back);
    if ((await digests.digest(day)) !== undefined) return daysFrom(day, 1);
  }
  return from ?? last;
}

async function sealDay(sealing: Sealing, day: string, now: string, lookBackDays: number): Promise<SealedDay> {
  const { digests, signer, sha256, timeZone } = sealing;
  const standing = await digests.digest(day);
  if (standing !== undefined) return figuresOf(readDigest(standing));
  const [before, earlier, hours] = [
    await digests.digest(daysFrom(day, -1)),
    await readEarlier(sealing, day, lookBackDays),
    hoursOfDay(day, timeZone),
  ];
  const found = {
    versions: await collect(sealing, 'version', hours.hours),
    lateVersions: await collectLate(sealing, 'version', earlier),
    accesses: await collect(sealing, 'access', hours.hours),
    lateAccesses: await collectLate(sealing, 'access', earlier),
  };
  const hashes = Object.values(found).flatMap((entries) => entries.map(({ hash }) => hash));
  const statement: Digest = {
    type: 'banli-digest',
    day,
    timeZone,
    hours: { from: hours.from, until: hours.until },
    sealedAt: now,
    previous: before === undefined ? NO_HASH : hexOf(sha256(utf8Of(before))),
    size: hashes.length,
    root: rootOver(hashes, sha256),
    versions: found.versions.length,
    accesses: found.accesses.length,
    late: [...named('version', found.lateVersions), ...named('access', found.lateAccesses)],
  };
  // The leaves first: a digest that is there can always be proven from.
  await digests.keepLeaves(statement.root, canonicalOf({ type: 'banli-leaves', day, hashes }));
  const kept = await digests.seal(day, canonicalOf(await signStatement(signer, statement)));
  return figuresOf(readDigest(kept));
}

interface Earlier {
  readonly hours: readonly string[];
  readonly known: ReadonlySet<string>;
}

/** The hours of the days before, and every hash that their digests have. */
async function readEarlier({ digests, timeZone }: Sealing, day: string, days: number): Promise<Earlier> {
  const hours: string[] = [];
  const known = new Set<string>();
  for (let back = days; back > 0; back -= 1) {
    const earlier = daysFrom(day, -back);
    const file = await digests.digest(earlier);
    if (file === undefined) continue;
    hours.push(...hoursOfDay(earlier, timeZone).hours);
    const { hashes } = leavesFile.parse(jsonOf(await digests.leaves(readDigest(file).root)));
    for (const hash of hashes) known.add(hash);
  }
  return { hours, known };
}

async function collectLate(sealing: Sealing, what: 'version' | 'access', { hours, known }: Earlier) {
  const late = (await collect(sealing, what, hours)).filter(({ hash }) => !known.has(hash));
  return late.slice(0, MOST_LATE);
}

/** Every entry of these hours, in the order of hours, shards and the log. */
async function collect(
  { log }: Sealing,
  what: 'version' | 'access',
  hours: readonly string[],
): Promise<readonly LogEntry[]> {
  const entries: LogEntry[] = [];
  const shards = Array.from({ length: log.shards }, (_, shard) => shard);
  for (const hour of hours) {
    const found = await Promise.all(shards.map((shard) => collectShard(log, what, hour, shard)));
    for (const entry of found.flat()) entries.push(entry);
  }
  return entries;
}

async function collectShard(log: ProofLog, what: 'version' | 'access', hour: string, shard: number) {
  const entries: LogEntry[] = [];
  let page: string | undefined;
  do {
    const { items, next } = await log.written(what, hour, shard, page);
    for (const item of items) entries.push(item);
    page = next;
  } while (page !== undefined);
  return entries;
}

function named(kind: 'version' | 'access', entries: readonly LogEntry[]): Digest['late'] {
  return entries.map(({ at, hash }) => ({ kind, at, hash }));
}

function readDigest(file: string): Digest {
  return signedDigest.parse(jsonOf(file)).statement;
}

function figuresOf({ day, versions, accesses, late }: Digest): SealedDay {
  return { day, versions, accesses, late: late.length };
}
