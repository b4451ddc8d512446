import * as z from 'zod/mini';
import type { RecordDefinition } from '../record/definition.ts';
import { accept, refuse } from '../refusal.ts';

const state = z.strictObject({ status: z.enum(['asked', 'answered']), askedAt: z.string() });
const personal = z.strictObject({ question: z.string(), answer: z.exactOptional(z.string()) });
const event = z.strictObject({ type: z.enum(['asked', 'answered']) });
type State = z.infer<typeof state>;
type Personal = z.infer<typeof personal>;
type Event = z.infer<typeof event>;

export type EnquiryCommand =
  | { readonly type: 'ask'; readonly hall: string; readonly question: string }
  | { readonly type: 'answer'; readonly answer: string };

/** An enquiry: asked, answered. Small on purpose: it shows that a kind of record is a lifecycle table and nothing else. */
export const enquiryDefinition: RecordDefinition<State, Personal, Event, EnquiryCommand, undefined> = {
  kind: 'enquiry',
  schemaVersion: 1,
  upcasters: {},
  parseState: (stored) => state.parse(stored),
  parse: (content) => ({
    state: state.parse(content.state),
    personal: personal.parse(content.personal),
    event: event.parse(content.event),
  }),
  judge: (current, { command, now }) => {
    if (current === undefined) {
      if (command.type !== 'ask') return refuse('not-found');
      const { hall, question } = command;
      return accept({
        hall,
        event: { type: 'asked' },
        state: { status: 'asked', askedAt: now },
        personal: { question },
      });
    }
    if (command.type !== 'answer' || current.state.status === 'answered') return refuse('already-answered');
    const { hall, state: before } = current;
    return accept({
      hall,
      event: { type: 'answered' },
      state: { ...before, status: 'answered' },
      personal: { ...current.personal, answer: command.answer },
    });
  },
  nextDueEffect: () => undefined,
  headOf: ({ hall, state: { status, askedAt } }) => ({
    card: { status },
    ...(status === 'asked' && { queue: { hall, queue: 'enquiries', sort: askedAt } }),
  }),
};
