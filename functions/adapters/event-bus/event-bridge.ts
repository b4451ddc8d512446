import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { BusEvent, EventBus } from '../../ports/event-bus.ts';

/** PutEvents takes ten entries at most, and may take some and refuse others. */
const MOST_ENTRIES = 10;

export class EventBridgeBus implements EventBus {
  readonly #client: EventBridgeClient;
  readonly #bus: string;

  constructor(client: EventBridgeClient, bus: string) {
    this.#client = client;
    this.#bus = bus;
  }

  async publish(events: readonly BusEvent[]): Promise<readonly BusEvent[]> {
    const refused: BusEvent[] = [];
    for (let from = 0; from < events.length; from += MOST_ENTRIES) {
      const batch = events.slice(from, from + MOST_ENTRIES);
      const { Entries = [] } = await this.#client.send(
        new PutEventsCommand({
          Entries: batch.map(({ type, detail }) => ({
            EventBusName: this.#bus,
            Source: 'banli.records',
            DetailType: type,
            Detail: JSON.stringify(detail),
          })),
        }),
      );
      refused.push(...batch.filter((_, n) => Entries[n]?.ErrorCode !== undefined));
    }
    return refused;
  }
}
