import { readClearPart } from '../../../functions/domain/record/read-version.ts';
import { RECORD_KINDS, type RecordRef } from '../../../functions/domain/record/version.ts';
import type { LeftOvers, PageOfWork } from '../../../functions/ports/relay-store.ts';
import type { MemoryRecordStore } from './memory-record-store.ts';
import type { MemoryRelayStore } from './memory-relay-store.ts';
import type { MemoryWorkflowItems } from './memory-workflow-items.ts';

const PAGE = 2;

/** The sparse lists, derived from what is kept; pages are short so that whoever forgets the next one is found out. */
export class MemoryLeftOvers implements LeftOvers {
  readonly checkpoints = new Map<string, string>();
  readonly #store: MemoryRecordStore;
  readonly #relay: MemoryRelayStore;
  readonly #workflow: MemoryWorkflowItems;

  constructor(store: MemoryRecordStore, relay: MemoryRelayStore, workflow: MemoryWorkflowItems) {
    this.#store = store;
    this.#relay = relay;
    this.#workflow = workflow;
  }

  async unsent(olderThan: string, page?: string) {
    const waiting = [...this.#relay.messages.values()]
      .filter(
        ({ status, requestedAt }) => ['pending', 'claimed'].includes(status) && requestedAt <= olderThan,
      )
      .map(({ messageId }) => messageId);
    return paged(waiting, page);
  }

  async openFollowUps(olderThan: string, page?: string) {
    const open = [...this.#relay.followUps.values()]
      .filter(({ status, openedAt }) => status === 'open' && openedAt <= olderThan)
      .map(({ followUpId }) => followUpId);
    return paged(open, page);
  }

  async withoutToken(olderThan: string, page?: string) {
    const open = [...this.#workflow.items]
      .map(([id, { since }]) => ({ kind: 'case' as const, id, since: since ?? '~' }))
      .filter(({ since }) => since <= olderThan);
    return paged(open, page);
  }

  async withToken(page?: string) {
    const waiting = [...this.#workflow.items]
      .filter(([, { token }]) => token !== undefined)
      .map(([id]) => ({ kind: 'case' as const, id }));
    return paged(waiting, page);
  }

  async due(until: string, page?: string) {
    const due = [...this.#store.heads.values()]
      .filter(({ head }) => head.nextDueAt !== undefined && head.nextDueAt <= until)
      .map(({ kind, id }) => ({ kind, id }));
    return paged(due, page);
  }

  async written({ from, until }: { from: string; until: string }, shard: number, page?: string) {
    if (shard !== 0) return { items: [] };
    const written = [...this.#store.records].flatMap(([name, versions]) => {
      const ref = refOf(name);
      return versions
        .filter((kept) => {
          const { at } = readClearPart(kept);
          return at >= from && at <= until;
        })
        .map((kept) => {
          const { type: eventType } = Object(readClearPart(kept).event);
          return { ...ref, epoch: kept.epoch, version: kept.version, eventType: String(eventType) };
        });
    });
    return paged(written, page);
  }

  async checkpoint(job: string) {
    return this.checkpoints.get(job);
  }

  async keepCheckpoint(job: string, at: string) {
    this.checkpoints.set(job, at);
  }
}

function paged<Item>(all: readonly Item[], page = '0'): PageOfWork<Item> {
  const from = Number(page);
  const items = all.slice(from, from + PAGE);
  return from + PAGE < all.length ? { items, next: String(from + PAGE) } : { items };
}

function refOf(name: string): RecordRef {
  const [kind, id = ''] = name.split('/');
  const found = RECORD_KINDS.find((one) => one === kind);
  if (found === undefined) throw new TypeError(`${name} is no record`);
  return { kind: found, id };
}
