import type {
  Digests,
  LogEntry,
  NewKey,
  ProofLog,
  PublishedKeys,
  Receipts,
  Signer,
} from '../../../functions/ports/proof.ts';
import type { SigningKey } from '../given/proof.ts';

const PAGE = 2;

/** Files under names, each put once. */
export class MemoryDigests implements Digests, PublishedKeys {
  readonly files = new Map<string, string>();
  readonly keys = new Map<string, NewKey>();

  async digest(day: string) {
    return this.files.get(`days/${day}`);
  }

  async seal(day: string, file: string) {
    return this.#put(`days/${day}`, file);
  }

  async keepLeaves(root: string, file: string) {
    this.#put(`leaves/${root}`, file);
  }

  async leaves(root: string) {
    return this.files.get(`leaves/${root}`) ?? '';
  }

  async linkLeaves(root: string, fileName: string) {
    return `memory:${root}/${fileName}`;
  }

  async days(after = '') {
    const days = [...this.files.keys()].flatMap((name) => (name.startsWith('days/') ? [name.slice(5)] : []));
    return { days: days.filter((day) => day > after).toSorted(), more: false };
  }

  async publish(key: NewKey) {
    if (!this.keys.has(key.kid)) this.keys.set(key.kid, key);
  }

  async published() {
    return [...this.keys.values()];
  }

  #put(name: string, file: string): string {
    const standing = this.files.get(name) ?? file;
    this.files.set(name, standing);
    return standing;
  }
}

/** A log of one shard, in short pages. */
export class MemoryProofLog implements ProofLog {
  readonly shards = 1;
  readonly versions: LogEntry[] = [];
  readonly accesses: LogEntry[] = [];

  async written(what: 'version' | 'access', hour: string, _shard: number, page = '0') {
    const all = (what === 'version' ? this.versions : this.accesses).filter(({ at }) => at.startsWith(hour));
    const from = Number(page);
    const items = all.slice(from, from + PAGE);
    return from + PAGE < all.length ? { items, next: String(from + PAGE) } : { items };
  }
}

export class MemoryReceipts implements Receipts {
  readonly files = new Map<string, string>();

  async receipt(caseId: string) {
    return this.files.get(caseId);
  }

  async keepReceipt(caseId: string, file: string) {
    const standing = this.files.get(caseId) ?? file;
    this.files.set(caseId, standing);
    return standing;
  }
}

/** Signs as the key service would, and counts how often it was asked. */
export function memorySigner(key: SigningKey): Signer & { readonly signed: () => number } {
  let count = 0;
  return {
    kid: async () => key.published.kid,
    sign: async (input) => {
      count += 1;
      return key.signatureOver(input);
    },
    signed: () => count,
  };
}
