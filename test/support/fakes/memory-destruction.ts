import type { RecordRef } from '../../../functions/domain/record/version.ts';
import type { Destruction, DestructionReport } from '../../../functions/ports/destruction.ts';
import type { MemoryRecordStore } from './memory-record-store.ts';

/** Destroys in memory; `dieAt` ends it before so many of its acts, once. */
export class MemoryDestruction implements Destruction {
  readonly kept: DestructionReport[] = [];
  readonly removed: string[] = [];
  readonly #store: MemoryRecordStore;
  locked = false;
  dieAt = Number.POSITIVE_INFINITY;
  acts = 0;

  constructor(store: MemoryRecordStore) {
    this.#store = store;
  }

  async papersAreFree() {
    this.#act();
    return !this.locked;
  }

  async isRelayed() {
    this.#act();
    return true;
  }

  async shred({ kind, id }: RecordRef) {
    this.#act();
    const name = `${kind}/${id}`;
    const gone = [this.#store.dataKeys, this.#store.heads, this.#store.drafts].filter((one) =>
      one.delete(name),
    );
    return gone.length;
  }

  async removePapers(caseId: string, certificateIds: readonly string[]) {
    this.#act();
    this.removed.push(caseId, ...certificateIds);
    return 1;
  }

  async keepReport(report: DestructionReport) {
    this.#act();
    this.kept.push(report);
  }

  async reports() {
    return this.kept;
  }

  #act(): void {
    this.acts += 1;
    if (this.acts !== this.dieAt) return;
    throw new Error('died');
  }
}
