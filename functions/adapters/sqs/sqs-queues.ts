import { SendMessageBatchCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { RecordRef } from '../../domain/record/version.ts';
import type { DueQueue, ParkedQueue } from '../../ports/queues.ts';

const MOST_ENTRIES = 10;

export class SqsQueues implements DueQueue, ParkedQueue {
  readonly #client: SQSClient;
  readonly #url: string;

  constructor(client: SQSClient, url: string) {
    this.#client = client;
    this.#url = url;
  }

  async enqueueDue(refs: readonly RecordRef[]): Promise<void> {
    for (let from = 0; from < refs.length; from += MOST_ENTRIES) {
      const Entries = refs
        .slice(from, from + MOST_ENTRIES)
        .map((ref, n) => ({ Id: String(n), MessageBody: JSON.stringify(ref) }));
      const { Failed = [] } = await this.#client.send(
        new SendMessageBatchCommand({ QueueUrl: this.#url, Entries }),
      );
      if (Failed.length > 0)
        throw new Error(`The queue refused ${Failed.length} of ${Entries.length} records`);
    }
  }

  async tellParked(ref: RecordRef, why: string): Promise<void> {
    await this.#client.send(
      new SendMessageCommand({ QueueUrl: this.#url, MessageBody: JSON.stringify({ ...ref, why }) }),
    );
  }
}
