/**
 * Every key of the table "records". Nothing else in the repository spells one.
 *
 * | Item        | pk            | sk                  | gsi1 queue        | gsi2 person        | gsi3 finder      | gsi4 log           | gsi5 due     | gsi6 work                    |
 * |-------------|---------------|---------------------|-------------------|--------------------|------------------|--------------------|--------------|------------------------------|
 * | version     | KIND#id       | v#001#0000000012    |                   |                    |                  | LOG#hour#shard     |              |                              |
 * | data key    | KIND#id       | v~key               |                   |                    |                  |                    |              |                              |
 * | head        | KIND#id       | head                | QUEUE#hall#n#name | PERSON#personId    |                  |                    | DUE#shard    | DESK#personId                |
 * | finder      | KIND#id       | find#field          |                   |                    | FIND#field#value |                    |              |                              |
 * | relayed     | KIND#id       | relayed             |                   |                    |                  |                    |              |                              |
 * | draft       | KIND#id       | draft               |                   |                    |                  |                    |              |                              |
 * | workflow    | KIND#id       | workflow            |                   |                    |                  |                    |              | NOTOKEN#shard, TOKEN#shard   |
 * | access      | KIND#id       | access#ulid         |                   |                    |                  | ACCESS#hour#shard  |              |                              |
 * | body        | KIND#id       | body#sha256         |                   |                    |                  |                    |              |                              |
 * | receipt     | CASE#id       | receipt             |                   |                    |                  |                    |              |                              |
 * | message     | MESSAGE#id    | message             |                   |                    |                  |                    |              | UNSENT#shard                 |
 * | follow-up   | FOLLOWUP#id   | follow-up           |                   |                    |                  |                    |              | OPEN#shard                   |
 * | parked      | PARKED#k#id   | parked              |                   |                    |                  |                    |              | PARKED#shard                 |
 * | claim       | CLAIM#mac     | claim               |                   |                    |                  |                    |              |                              |
 * | checkpoint  | JOB#name      | checkpoint          |                   |                    |                  |                    |              |                              |
 * | active reg. | JOB#active-…  | active-region       |                   |                    |                  |                    |              |                              |
 * | figures     | FIGURES#hour  | figures             |                   |                    |                  |                    |              |                              |
 * | edge secret | JOB#edge-…    | edge-secret         |                   |                    |                  |                    |              |                              |
 * | session     | SESSION#id    | session             |                   |                    |                  |                    |              |                              |
 * | login link  | LOGIN#mac     | link                |                   |                    |                  |                    |              |                              |
 *
 * Access patterns: newest version + data key = pk, sk begins_with "v", backwards, limit 2 (so no other sort key may
 * begin with "v"; "v~key" sorts after every "v#…"). Queue = gsi1. My cases = gsi2. My desk = gsi6. Search = gsi3, then the head.
 * Reconcile, digest, statistics, replay = gsi4 by UTC hour and shard. Sweep = gsi5. Work left over = gsi6.
 */
import type { Position, RecordRef } from '../../domain/record/version.ts';

export const LOG_SHARDS = 16;
export const DUE_SHARDS = 4;
export const WORK_SHARDS = 4;

export const SORT_KEY = {
  dataKey: 'v~key',
  head: 'head',
  relayed: 'relayed',
  draft: 'draft',
  receipt: 'receipt',
  workflow: 'workflow',
  message: 'message',
  followUp: 'follow-up',
  parked: 'parked',
  claim: 'claim',
  checkpoint: 'checkpoint',
  activeRegion: 'active-region',
  figures: 'figures',
  edgeSecret: 'edge-secret',
  session: 'session',
  link: 'link',
} as const;

export const VERSION_PREFIX = 'v#';
export const ACCESS_PREFIX = 'access#';

export function recordKey({ kind, id }: RecordRef): string {
  return `${kind.toUpperCase()}#${id}`;
}

export function versionKey({ epoch, version }: Position): string {
  return `${VERSION_PREFIX}${String(epoch).padStart(3, '0')}#${String(version).padStart(10, '0')}`;
}

export function accessKey(accessId: string): string {
  return `${ACCESS_PREFIX}${accessId}`;
}

export function bodyKey(sha256: string): string {
  return `body#${sha256}`;
}

export function finderKey(field: string): string {
  return `find#${field}`;
}

export function finderIndexKey(field: string, value: string): string {
  return `FIND#${field}#${value}`;
}

/** `shard` is 0 unless the hall is configured with more queue shards. */
export function queueKey(hall: string, queue: string, shard: number): string {
  return `QUEUE#${hall}#${shard}#${queue}`;
}

export function personKey(personId: string): string {
  return `PERSON#${personId}`;
}

export function deskKey(personId: string): string {
  return `DESK#${personId}`;
}

/** The hour in which a version was written (UTC), and the shard of its record. */
export function logKey(at: string, shard: number): string {
  return `LOG#${at.slice(0, 13)}#${shard}`;
}

export function logSortKey(at: string, { kind, id }: RecordRef, position: Position): string {
  return `${at}#${kind}#${id}#${versionKey(position)}`;
}

/** The hour in which an access entry was written (UTC), and the shard of its record: what the day's digest chains. */
export function accessLogKey(at: string, shard: number): string {
  return `ACCESS#${at.slice(0, 13)}#${shard}`;
}

export function accessLogSortKey(at: string, accessId: string): string {
  return `${at}#${accessId}`;
}

export function dueKey(shard: number): string {
  return `DUE#${shard}`;
}

export function dueSortKey(dueAt: string, { kind, id }: RecordRef): string {
  return `${dueAt}#${kind}#${id}`;
}

export type WorkList = 'UNSENT' | 'OPEN' | 'NOTOKEN' | 'TOKEN' | 'PARKED';

export function workKey(list: WorkList, shard: number): string {
  return `${list}#${shard}`;
}

/** Since when, then what tells two of the same instant apart. */
export function workSortKey(since: string, id: string): string {
  return `${since}#${id}`;
}

export function messageKey(messageId: string): string {
  return `MESSAGE#${messageId}`;
}

export function followUpKey(followUpId: string): string {
  return `FOLLOWUP#${followUpId}`;
}

export function parkedKey({ kind, id }: RecordRef): string {
  return `PARKED#${kind}#${id}`;
}

export function claimKey(mac: string): string {
  return `CLAIM#${mac}`;
}

export function jobKey(job: string): string {
  return `JOB#${job}`;
}

/** `hour`: UTC, as `2026-03-02T01`. */
export function figuresKey(hour: string): string {
  return `FIGURES#${hour}`;
}

export function sessionKey(personId: string): string {
  return `SESSION#${personId}`;
}

export function loginKey(mac: string): string {
  return `LOGIN#${mac}`;
}

/** Even spread by id (FNV-1a); stable for ever, since index keys of old items are made with it. */
export function shardOf(id: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (const character of id) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash % shards;
}
