import { apply } from '../../domain/record/apply.ts';
import type { DueEffectOf, RecordDefinition, RecordTypes } from '../../domain/record/definition.ts';
import type { Position, RecordRef } from '../../domain/record/version.ts';
import {
  bodyTextOf,
  type CommandAnswer,
  type CommandGiven,
  closedForNow,
  commandIdOf,
  refusal,
} from './command-given.ts';
import { holdClaims } from './hold-claims.ts';
import type { RecordKernel } from './kernel.ts';
import { type LoadedRecord, loadRecord } from './load-record.ts';
import { findRepeat, overtakenBy } from './repeat.ts';
import { saveVersion } from './save-version.ts';

/** After this many lost races the command is given up: to the queue by a system actor, as `stale` to a person. */
const MOST_ATTEMPTS = 10;

const FROM_THE_BEGINNING: Position = { epoch: 1, version: 0 };

/**
 * Gives one command to one record: load, due effects, judge, claims, one conditional put, head, answer
 * (the protocol of a command). A repeat of a command that took effect is answered as done; a refusal is judged
 * anew. A person whose seen version was overtaken is refused `stale`, with the record as it is now.
 */
export async function giveCommand<T extends RecordTypes>(
  kernel: RecordKernel,
  definition: RecordDefinition<T>,
  given: CommandGiven<T>,
): Promise<CommandAnswer<T>> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const answer = await attemptCommand(kernel, definition, given);
    if (answer !== 'overtaken') return answer;
    await kernel.pauseBeforeRetry(attempt);
  }
  if (given.actor.kind === 'system')
    throw new Error(`${definition.kind}/${given.id} was overtaken too often`);
  return { done: false, refusal: { kind: 'stale' } };
}

async function attemptCommand<T extends RecordTypes>(
  kernel: RecordKernel,
  definition: RecordDefinition<T>,
  given: CommandGiven<T>,
): Promise<CommandAnswer<T> | 'overtaken'> {
  const { actor, now, command } = given;
  const ref: RecordRef = { kind: definition.kind, id: given.id };
  const loaded = await loadRecord(kernel, definition, given.id);
  const settled = await answerBeforeJudging(kernel, definition, ref, loaded, given);
  if (settled !== undefined) return settled;
  const { epoch, closed } = await kernel.era(now);
  if (closed) return closedForNow(given, loaded);

  const reference = await given.reference(loaded?.version, loaded?.key);
  const { due, verdict } = apply(definition, loaded?.version, { command, actor, now, reference });
  const afterDue = await saveDue(kernel, definition, loaded, due, { ref, now, epoch });
  if (afterDue === 'overtaken') return 'overtaken';
  if (!verdict.accepted) return refusal(verdict.refusal, afterDue);

  const commandId = commandIdOf(given);
  const claimed = await holdClaims(kernel, ref, verdict.next.claims ?? [], commandId, now);
  if (!claimed) return refusal({ kind: 'already-claimed' }, afterDue);
  const bodyText = bodyTextOf(given);
  const saved = await saveVersion(kernel, definition, afterDue, verdict.next, {
    ref,
    now,
    epoch,
    by: actor,
    commandId,
    bodyText,
  });
  if (saved.saved === 'overtaken') return 'overtaken';
  if (saved.saved === 'too-large') return refusal({ kind: 'record-too-large' }, afterDue);
  return { done: true, repeated: false, record: saved.record };
}

/** What needs no judging: a repeat, a forbidden command, a version overtaken since the person saw it. */
async function answerBeforeJudging<T extends RecordTypes>(
  kernel: RecordKernel,
  definition: RecordDefinition<T>,
  ref: RecordRef,
  loaded: LoadedRecord<T> | undefined,
  given: CommandGiven<T>,
): Promise<CommandAnswer<T> | undefined> {
  const { command } = given;
  const forbidden = given.mayGive?.(loaded?.version);
  if (loaded === undefined) return forbidden && refusal(forbidden, loaded);
  const seen = given.seen && { epoch: loaded.version.epoch, ...given.seen };
  const commandId = commandIdOf(given);
  const repeat = await findRepeat(kernel, ref, loaded, {
    commandId,
    bodyText: bodyTextOf(given),
    since: seen ?? given.repeats ?? FROM_THE_BEGINNING,
  });
  // A command may take from its giver the right to give it (a recusal): the repeat of it was allowed all the same.
  if (repeat === 'done') return { done: true, repeated: true, record: loaded };
  if (forbidden !== undefined) return refusal(forbidden, loaded);
  if (repeat === 'other-body') return refusal({ kind: 'idempotency-conflict' }, loaded);
  if (seen === undefined || definition.commuting?.has(command.type)) return undefined;
  const overtaken = await overtakenBy(kernel, definition, ref, loaded, seen);
  return overtaken
    ? refusal({ kind: 'stale', facts: { version: loaded.version.version } }, loaded)
    : undefined;
}

async function saveDue<T extends RecordTypes>(
  kernel: RecordKernel,
  definition: RecordDefinition<T>,
  loaded: LoadedRecord<T> | undefined,
  due: readonly DueEffectOf<T>[],
  { ref, now, epoch }: { readonly ref: RecordRef; readonly now: string; readonly epoch: number },
): Promise<LoadedRecord<T> | undefined | 'overtaken'> {
  let record = loaded;
  for (const { effect, dueAt, next } of due) {
    const saved = await saveVersion(kernel, definition, record, next, {
      ref,
      now,
      epoch,
      effectiveAt: dueAt,
      by: { kind: 'system', id: 'due-effects' },
      commandId: `due/${effect}/${dueAt}`,
      bodyText: '',
    });
    if (saved.saved === 'overtaken') return 'overtaken';
    if (saved.saved === 'too-large') throw new Error(`Due effect ${effect} outgrows ${ref.kind}/${ref.id}`);
    record = saved.record;
  }
  return record;
}
