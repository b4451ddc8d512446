import * as z from 'zod/mini';
import type { RecordDefinition, RecordTypes } from '../record/definition.ts';
import { accept, refuse } from '../refusal.ts';

const state = z.strictObject({ status: z.enum(['asked', 'answered']), askedAt: z.string() });
const personal = z.strictObject({ question: z.string(), answer: z.exactOptional(z.string()) });
const event = z.strictObject({ type: z.enum(['asked', 'answered']) });

export type EnquiryCommand =
  | { readonly type: 'ask'; readonly hall: string; readonly question: string }
  | { readonly type: 'answer'; readonly answer: string };

export interface EnquiryTypes extends RecordTypes {
  readonly state: z.infer<typeof state>;
  readonly personal: z.infer<typeof personal>;
  readonly event: z.infer<typeof event>;
  readonly command: EnquiryCommand;
  readonly reference: undefined;
}

/** An enquiry: asked, answered. Small on purpose: it shows that a kind of record is a lifecycle table and nothing else. */
export const enquiryDefinition: RecordDefinition<EnquiryTypes> = {
  kind: 'enquiry',
  schemaVersion: 1,
  schema: { state, personal, event },
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
  headOf: ({ hall, state: { status, askedAt } }) => ({
    card: { status },
    ...(status === 'asked' && { queue: { hall, queue: 'enquiries', sort: askedAt } }),
  }),
};
