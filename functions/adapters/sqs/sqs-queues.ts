import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { RecordRef } from '../../domain/record/version.ts';
import type { DueQueue, ParkedQueue } from '../../ports/queues.ts';

const MOST_AT_ONCE = 10;

export class SqsQueues implements DueQueue, ParkedQueue {
  readonly #client: SQSClient;
  readonly #url: string;

  constructor(client: SQSClient, url: string) {
    this.#client = client;
    this.#url = url;
  }

  /** One by one: the local cloud knows no right to a batch, which AWS counts under `sqs:SendMessage`. */
  async enqueueDue(refs: readonly RecordRef[]): Promise<void> {
    for (let from = 0; from < refs.length; from += MOST_AT_ONCE) {
      await Promise.all(refs.slice(from, from + MOST_AT_ONCE).map((ref) => this.#send(ref)));
    }
  }

  async tellParked(ref: RecordRef, why: string): Promise<void> {
    await this.#send({ ...ref, why });
  }

  async #send(said: RecordRef & { readonly why?: string }): Promise<void> {
    await this.#client.send(
      new SendMessageCommand({ QueueUrl: this.#url, MessageBody: JSON.stringify(said) }),
    );
  }
}
