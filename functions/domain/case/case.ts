import * as z from 'zod/mini';
import type { GivenOf, RecordDefinition, VersionOf } from '../record/definition.ts';
import { refuse } from '../refusal.ts';
import { openDraft, openDraftInput } from './commands/open-draft.ts';
import { dueEffectOf } from './due-effects.ts';
import { headOfCase } from './head-of-case.ts';
import { LIFECYCLE, ruleOf } from './lifecycle.ts';
import { measuresOfCase } from './measures.ts';
import type { CaseTypes, CaseVerdict } from './rule.ts';
import { caseEvent, casePersonal, caseState, NOTHING_PERSONAL } from './state.ts';

/** Where the personal part was destroyed with its key, the case is read without one. */
const personalOrDestroyed = z.union([
  casePersonal,
  z.pipe(
    z.null(),
    z.transform(() => NOTHING_PERSONAL),
  ),
]);

/** Case: its table of commands, its due effects, its head; the record kernel does the rest. */
export const caseDefinition: RecordDefinition<CaseTypes> = {
  kind: 'case',
  schemaVersion: 1,
  schema: { state: caseState, personal: personalOrDestroyed, event: caseEvent },
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

function judgeCase(current: VersionOf<CaseTypes> | undefined, given: GivenOf<CaseTypes>): CaseVerdict {
  const { type, ...form } = given.command;
  if (current === undefined) {
    if (type !== 'open-draft') return refuse('not-found');
    const input = openDraftInput.safeParse(form);
    return input.success ? openDraft(input.data, given) : refuse('invalid-request');
  }
  const rule = ruleOf(type);
  return rule === undefined ? refuse('unknown-command') : rule.decide(current, form, given);
}
