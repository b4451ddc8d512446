import { vi } from 'vitest';
import { CONSUMERS, type Consumer } from '../../../infra/consumers.ts';
import type { MemoryCloud } from './cloud.ts';
import type { Item } from './expressions.ts';

export interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what a test expects of an answer is what it asserts
  readonly body: any;
}

interface Waiting {
  /** Not before this instant (milliseconds). */
  readonly at: number;
  readonly tries: number;
}

export type Work = Waiting &
  (
    | { readonly kind: 'stream'; readonly images: readonly Item[] }
    | { readonly kind: 'queue'; readonly queue: string; readonly body: string; readonly id: string }
    | { readonly kind: 'request'; readonly folder: string; readonly id: string; readonly event: object }
    | { readonly kind: 'tick'; readonly folder: string; readonly event: object }
  );

const STREAM_BATCH = 10;
/** Tries before a message goes to its dead letters, and what it waits for between them. */
const QUEUE_TRIES = 5;
const HIDDEN_MS = 180_000;
const CLIENT_TRIES = 4;

/** What is on its way: stream records, messages, requests of people, ticks of schedules. */
export class Works {
  list: readonly Work[] = [];
  dead: readonly Work[] = [];
  /** Every record and message comes twice, and what came last goes first. */
  upsideDown = false;
  /** Only requests are done; streams, queues and schedules wait. */
  held = false;
  /** While it is set, stream records are lost as if nobody had read them. */
  lose = false;
  #messages = 0;

  add(work: Work): void {
    this.list = [...this.list, work];
  }

  stream(image: Item): void {
    if (this.lose) return;
    const last = this.list.at(-1);
    const fits = last?.kind === 'stream' && last.tries === 0 && last.images.length < STREAM_BATCH;
    if (fits) this.list = [...this.list.slice(0, -1), { ...last, images: [...last.images, image] }];
    else this.add({ kind: 'stream', images: [image], at: Date.now(), tries: 0 });
  }

  queue(queue: string, body: string): void {
    this.#messages += 1;
    if (this.upsideDown)
      this.add({ kind: 'queue', queue, body, id: `again-${this.#messages}`, at: Date.now(), tries: 0 });
    this.add({ kind: 'queue', queue, body, id: `message-${this.#messages}`, at: Date.now(), tries: 0 });
  }

  /** Takes what is due first; nothing when all of it waits for later. */
  take(): Work | undefined {
    const due = this.list.filter(({ at, kind }) => at <= Date.now() && (!this.held || kind === 'request'));
    const next = this.upsideDown ? due.at(-1) : due[0];
    if (next !== undefined) this.list = this.list.filter((one) => one !== next);
    return next !== undefined && this.upsideDown ? doubled(next) : next;
  }

  /** The clock goes on to the next thing that waits; answers whether there was one. */
  sleep(): boolean {
    const next = Math.min(...this.list.map(({ at }) => at));
    if (this.held || !Number.isFinite(next)) return false;
    vi.setSystemTime(Math.max(next, Date.now()));
    return true;
  }

  async perform(cloud: MemoryCloud, work: Work): Promise<void> {
    if (work.kind === 'request') return this.#request(cloud, work);
    try {
      const failed = await this.#run(cloud, work);
      if (failed) this.#again(work);
    } catch {
      this.#again(work);
    }
  }

  async #run(cloud: MemoryCloud, work: Exclude<Work, { kind: 'request' }>): Promise<boolean> {
    if (work.kind === 'tick') {
      await cloud.invoke(work.folder, work.event);
      return false;
    }
    if (work.kind === 'stream') {
      await cloud.invoke('events/relay', {
        Records: work.images.map((NewImage) => ({ dynamodb: { NewImage } })),
      });
      return false;
    }
    const consumer = Object.entries<Consumer>(CONSUMERS).find(([name]) => name === work.queue)?.[1];
    if (consumer === undefined) {
      this.dead = [...this.dead, work];
      return false;
    }
    const attributes = { ApproximateReceiveCount: String(work.tries + 1) };
    const record = { messageId: work.id, body: work.body, attributes };
    const answer: { batchItemFailures?: readonly object[] } = Object(
      await cloud.invoke(consumer.folder, { Records: [record] }),
    );
    return (answer.batchItemFailures ?? []).length > 0;
  }

  /** The source tries again: a stream and a schedule soon, a queue when the message shows again. */
  #again(work: Exclude<Work, { kind: 'request' }>): void {
    const tries = work.tries + 1;
    if (tries >= QUEUE_TRIES) this.dead = [...this.dead, work];
    else this.add({ ...work, tries, at: Date.now() + (work.kind === 'queue' ? HIDDEN_MS : 1000) });
  }

  /** A client repeats what was not answered, or answered by 5xx, as it was: same key, same body. */
  async #request(cloud: MemoryCloud, work: Extract<Work, { kind: 'request' }>): Promise<void> {
    const answered = await answerOf(cloud, work);
    if (answered.status < 500 || work.tries + 1 >= CLIENT_TRIES) cloud.answers.set(work.id, answered);
    else this.add({ ...work, tries: work.tries + 1, at: Date.now() + 1000 });
  }
}

/** A batch as the stream may bring it: each record twice, the newest first. */
function doubled(work: Work): Work {
  return work.kind === 'stream' ? { ...work, images: [...work.images, ...work.images].toReversed() } : work;
}

async function answerOf(
  cloud: MemoryCloud,
  { folder, event }: Extract<Work, { kind: 'request' }>,
): Promise<Answered> {
  try {
    const answer: { statusCode?: number; body?: string } = Object(await cloud.invoke(folder, event));
    const { statusCode = 0, body = '' } = answer;
    return { status: statusCode, body: body === '' ? undefined : JSON.parse(body) };
  } catch {
    return { status: 599, body: undefined };
  }
}
