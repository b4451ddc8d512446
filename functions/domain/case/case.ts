import type { Current, Given, RecordDefinition } from '../record/definition.ts';
import { refuse } from '../refusal.ts';
import { openDraft, openDraftInput } from './commands/open-draft.ts';
import { dueEffectOf } from './due-effects.ts';
import { headOfCase } from './head-of-case.ts';
import { LIFECYCLE, ruleOf } from './lifecycle.ts';
import { measuresOfCase } from './measures.ts';
import type { CaseReference, CaseVerdict } from './rule.ts';
import {
  type CaseEvent,
  type CasePersonal,
  type CaseState,
  caseEvent,
  casePersonal,
  caseState,
  NOTHING_PERSONAL,
} from './state.ts';

/** A command as it is given: its name, and the fields of its form. */
export interface CaseCommand {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Case: its table of commands, its due effects, its head; the record kernel does the rest. */
export const caseDefinition: RecordDefinition<
  CaseState,
  CasePersonal,
  CaseEvent,
  CaseCommand,
  CaseReference
> = {
  kind: 'case',
  schemaVersion: 1,
  upcasters: {},
  parseState: (stored) => caseState.parse(stored),
  parse: ({ state, personal, event }) => ({
    state: caseState.parse(state),
    personal: personal === null ? NOTHING_PERSONAL : casePersonal.parse(personal),
    event: caseEvent.parse(event),
  }),
  judge: judgeCase,
  nextDueEffect: dueEffectOf,
  headOf: headOfCase,
  measuresOf: measuresOfCase,
  commuting: new Set(LIFECYCLE.filter(({ commutes }) => commutes).map(({ command }) => command)),
  systemNotes: new Set([
    'file-scanned',
    'file-lost',
    'delivery-reported',
    'message-failed',
    'checked',
    'document-uploaded',
    'note-added',
    'assigned',
    'step-opened',
    'recomputed',
    're-indexed',
  ]),
};

function judgeCase(
  current: Current<CaseState, CasePersonal, CaseEvent> | undefined,
  given: Given<CaseCommand, CaseReference>,
): CaseVerdict {
  const { type, ...form } = given.command;
  if (current === undefined) {
    if (type !== 'open-draft') return refuse('not-found');
    const input = openDraftInput.safeParse(form);
    return input.success ? openDraft(input.data, given) : refuse('invalid-request');
  }
  const rule = ruleOf(type);
  return rule === undefined ? refuse('unknown-command') : rule.decide(current, form, given);
}
