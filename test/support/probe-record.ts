import * as z from 'zod/mini';
import type { RecordDefinition, RecordTypes } from '../../functions/domain/record/definition.ts';
import { accept, refuse } from '../../functions/domain/refusal.ts';

/** The smallest record that uses every rule of the kernel: words are added, it may close itself when due. */
export interface ProbeState {
  readonly words: number;
  readonly closed: boolean;
  readonly closesAt?: string;
  readonly scans: number;
}

export interface ProbePersonal {
  readonly words: readonly string[];
}

export type ProbeEvent = { readonly type: 'opened' | 'word-added' | 'closed' | 'scanned' };

export type ProbeCommand =
  | { readonly type: 'open'; readonly closesAt?: string; readonly claim?: string }
  | { readonly type: 'add-word'; readonly word: string }
  | { readonly type: 'add-note'; readonly word: string }
  | { readonly type: 'note-scan' };

const schema = {
  state: z.object({
    words: z.int(),
    closed: z.boolean(),
    closesAt: z.exactOptional(z.string()),
    scans: z.int(),
  }),
  personal: z.object({ words: z.array(z.string()) }),
  event: z.object({ type: z.enum(['opened', 'word-added', 'closed', 'scanned']) }),
};

export interface ProbeTypes extends RecordTypes {
  readonly state: ProbeState;
  readonly personal: ProbePersonal;
  readonly event: ProbeEvent;
  readonly command: ProbeCommand;
  readonly reference: undefined;
}

export const probeDefinition: RecordDefinition<ProbeTypes> = {
  kind: 'enquiry',
  schemaVersion: 2,
  upcasters: {
    1: (older) => ({
      ...older,
      state: { ...z.record(z.string(), z.unknown()).parse(older.state), scans: 0 },
    }),
  },
  schema,
  judge: (current, { command }) => {
    if (command.type === 'open')
      return current === undefined ? accept(opened(command)) : refuse('already-open');
    if (current === undefined) return refuse('not-found');
    const { state, personal } = current;
    const same = { hall: current.hall, personal, ...(state.closesAt && { nextDueAt: state.closesAt }) };
    if (command.type === 'note-scan') {
      return accept({ ...same, event: { type: 'scanned' }, state: { ...state, scans: state.scans + 1 } });
    }
    if (state.closed) return refuse('closed');
    return accept({
      ...same,
      event: { type: 'word-added' },
      state: { ...state, words: state.words + 1 },
      personal: { words: [...personal.words, command.word] },
    });
  },
  nextDueEffect: ({ state, personal, hall }, now) => {
    if (state.closed || state.closesAt === undefined || state.closesAt > now) return undefined;
    const { closesAt, ...rest } = state;
    const next = { hall, personal, event: { type: 'closed' as const }, state: { ...rest, closed: true } };
    return { effect: 'close', dueAt: closesAt, next };
  },
  headOf: ({ state, version }) => ({ card: { words: state.words, version, closed: state.closed } }),
  commuting: new Set<ProbeCommand['type']>(['add-note']),
  systemNotes: new Set<ProbeEvent['type']>(['scanned']),
};

function opened({ closesAt, claim }: Extract<ProbeCommand, { type: 'open' }>) {
  return {
    hall: 'hall-1',
    event: { type: 'opened' as const },
    state: { words: 0, closed: false, scans: 0, ...(closesAt && { closesAt }) },
    personal: { words: [] },
    claims: claim === undefined ? [] : [{ what: 'name', mac: claim }],
    ...(closesAt && { nextDueAt: closesAt }),
  };
}
