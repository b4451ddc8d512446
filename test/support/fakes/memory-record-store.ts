import { hash } from 'node:crypto';
import type { KeptVersion } from '../../../functions/domain/record/chain.ts';
import type { HeadItem } from '../../../functions/domain/record/head.ts';
import { isLater, type Position, type RecordRef } from '../../../functions/domain/record/version.ts';
import type { Claim, Claims } from '../../../functions/ports/claims.ts';
import type {
  AccessEntry,
  AccessLog,
  DraftStore,
  RecordStore,
  WorkingCopy,
} from '../../../functions/ports/record-store.ts';

const name = ({ kind, id }: RecordRef) => `${kind}/${id}`;

/** The table of records in memory, keeping the promises of the ports; everything in it can be looked at. */
export class MemoryRecordStore implements RecordStore, DraftStore, AccessLog, Claims {
  readonly records = new Map<string, KeptVersion[]>();
  readonly dataKeys = new Map<string, Uint8Array>();
  readonly heads = new Map<string, HeadItem>();
  readonly bodies = new Map<string, Uint8Array>();
  readonly drafts = new Map<string, WorkingCopy>();
  readonly accessEntries = new Map<string, AccessEntry[]>();
  readonly claims = new Map<string, Claim>();

  /** The same records in a table of its own: what is kept is never changed, so that sharing it is safe. */
  copy(): MemoryRecordStore {
    const copied = new MemoryRecordStore();
    for (const [key, versions] of this.records) copied.records.set(key, versions);
    for (const [key, wrapped] of this.dataKeys) copied.dataKeys.set(key, wrapped);
    for (const [key, head] of this.heads) copied.heads.set(key, head);
    for (const [key, sealed] of this.bodies) copied.bodies.set(key, sealed);
    for (const [key, draft] of this.drafts) copied.drafts.set(key, draft);
    for (const [key, entries] of this.accessEntries) copied.accessEntries.set(key, entries);
    for (const [key, claim] of this.claims) copied.claims.set(key, claim);
    return copied;
  }

  async newest(ref: RecordRef) {
    const newest = this.records.get(name(ref))?.at(-1);
    const dataKey = this.dataKeys.get(name(ref));
    if (newest === undefined) return undefined;
    return dataKey === undefined ? { newest } : { newest, dataKey };
  }

  async append(ref: RecordRef, kept: KeptVersion) {
    const versions = this.records.get(name(ref)) ?? [];
    const standing = versions.find((one) => one.epoch === kept.epoch && one.version === kept.version);
    if (standing !== undefined) return { appended: false, standing } as const;
    // In the order of the keys: a late arrival of an older epoch stands before what was written since.
    const ordered = [...versions, structuredClone(kept)].sort((one, other) => (isLater(one, other) ? 1 : -1));
    this.records.set(name(ref), ordered);
    return { appended: true } as const;
  }

  async keepDataKey(ref: RecordRef, wrapped: Uint8Array) {
    const kept = this.dataKeys.get(name(ref)) ?? wrapped;
    this.dataKeys.set(name(ref), kept);
    return kept;
  }

  async putHead(head: HeadItem) {
    const standing = this.heads.get(name(head));
    const newer =
      standing === undefined ||
      isLater(head, standing) ||
      (!isLater(standing, head) && head.projection > standing.projection);
    if (newer) this.heads.set(name(head), structuredClone(head));
  }

  async headPosition(ref: RecordRef) {
    const standing = this.heads.get(name(ref));
    if (standing === undefined) return undefined;
    const { epoch, version, projection } = standing;
    return { epoch, version, projection };
  }

  async history(ref: RecordRef, before?: Position) {
    const all = (this.records.get(name(ref)) ?? []).filter(
      (one) => before === undefined || isLater(before, one),
    );
    const versions = all.slice(-25).reverse();
    const last = versions.at(-1);
    return all.length > 25 && last !== undefined ? { versions, before: last } : { versions };
  }

  async versionsAfter(ref: RecordRef, after: Position, limit: number) {
    return (this.records.get(name(ref)) ?? []).filter((one) => isLater(one, after)).slice(0, limit);
  }

  async versionAt(ref: RecordRef, { epoch, version }: Position) {
    return this.records.get(name(ref))?.find((one) => one.epoch === epoch && one.version === version);
  }

  async keepBody(ref: RecordRef, sha256: string, sealed: Uint8Array) {
    const key = `${name(ref)}/${sha256}`;
    if (!this.bodies.has(key)) this.bodies.set(key, sealed);
  }

  async body(ref: RecordRef, sha256: string) {
    return this.bodies.get(`${name(ref)}/${sha256}`);
  }

  async draft(ref: RecordRef) {
    return this.drafts.get(name(ref));
  }

  async keepDraft(ref: RecordRef, copy: WorkingCopy) {
    const revision = this.drafts.get(name(ref))?.revision;
    if (revision !== undefined && revision !== copy.revision - 1) return false;
    this.drafts.set(name(ref), copy);
    return true;
  }

  async recordAccess(ref: RecordRef, entry: AccessEntry) {
    const entries = this.accessEntries.get(name(ref)) ?? [];
    if (entries.some(({ accessId }) => accessId === entry.accessId)) return;
    const proven = { ...entry, hash: hash('sha256', JSON.stringify(entry)) };
    this.accessEntries.set(name(ref), [...entries, proven]);
  }

  async accesses(ref: RecordRef, before?: string) {
    const all = (this.accessEntries.get(name(ref)) ?? [])
      .filter(({ accessId }) => before === undefined || accessId < before)
      .sort((one, other) => (one.accessId < other.accessId ? 1 : -1));
    const entries = all.slice(0, 25);
    const last = entries.at(-1);
    return all.length > 25 && last !== undefined ? { entries, before: last.accessId } : { entries };
  }

  async take(claim: Claim) {
    const standing = this.claims.get(claim.mac) ?? claim;
    this.claims.set(claim.mac, standing);
    return standing;
  }

  async replace(standing: Claim, claim: Claim) {
    const kept = this.claims.get(claim.mac);
    if (kept?.owner.id !== standing.owner.id || kept.at !== standing.at) return false;
    this.claims.set(claim.mac, claim);
    return true;
  }

  async find(mac: string) {
    return this.claims.get(mac);
  }
}
