export interface BusEvent {
  /** `version-written`, `message-due`, `follow-up-due`, `document-uploaded`: ids only, no personal data. */
  readonly type: string;
  readonly detail: { readonly eventId: string; readonly [fact: string]: string | number };
}

/** The bus: consumers have a queue each. An event may arrive twice; its id tells. */
export interface EventBus {
  /** Answers the events that were not taken: only those are tried again. */
  publish(events: readonly BusEvent[]): Promise<readonly BusEvent[]>;
}
