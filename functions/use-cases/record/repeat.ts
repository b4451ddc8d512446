import type { KeptVersion } from '../../domain/record/chain.ts';
import type { RecordDefinition, RecordTypes } from '../../domain/record/definition.ts';
import { readClearPart } from '../../domain/record/read-version.ts';
import { isLater, type Position, type RecordRef } from '../../domain/record/version.ts';
import type { RecordKernel } from './kernel.ts';
import type { LoadedRecord } from './load-record.ts';
import { bodyMacOf } from './save-version.ts';

const VERSIONS_A_PAGE = 25;

export interface Repeatable {
  readonly commandId: string;
  readonly bodyText: string;
  readonly since: Position | 'judged-by-state';
}

/**
 * Whether this command took effect before: looked for among the newest version's recent commands, then, without
 * any window, in every version since the one the client saw (or a system actor's source names). `other-body`: the key was used for something else.
 */
export async function findRepeat<T extends RecordTypes>(
  kernel: RecordKernel,
  ref: RecordRef,
  loaded: LoadedRecord<T>,
  { commandId, bodyText, since }: Repeatable,
): Promise<'done' | 'other-body' | 'new'> {
  const { version } = loaded;
  const recent = version.recent.find((command) => command.commandId === commandId);
  const first = version.recent[0]?.version ?? 1;
  // The recent commands are those of the newest versions without a gap: what they reach back to needs no search.
  const reached =
    since === 'judged-by-state' || (since.epoch === version.epoch && since.version + 1 >= first);
  const earlier =
    recent === undefined && !reached ? await searchVersions(kernel, ref, since, commandId) : undefined;
  const bodyMac = recent?.bodyMac ?? earlier;
  if (bodyMac === undefined) return 'new';
  return bodyMac === bodyMacOf(kernel, loaded.key, bodyText) ? 'done' : 'other-body';
}

/**
 * Whether somebody changed what the person judged by since `seen`: anything but system notes and due effects,
 * which the judging itself takes into account.
 */
export async function overtakenBy<T extends RecordTypes>(
  kernel: RecordKernel,
  definition: RecordDefinition<T>,
  ref: RecordRef,
  loaded: LoadedRecord<T>,
  seen: Position,
): Promise<boolean> {
  if (!isLater(loaded.version, seen)) return false;
  const notes: ReadonlySet<string> = definition.systemNotes ?? new Set<string>();
  for await (const kept of versionsSince(kernel, ref, seen)) {
    const { event, commandId } = readClearPart(kept);
    if (!commandId.startsWith('due/') && !notes.has(typeOf(event))) return true;
  }
  return false;
}

async function searchVersions(kernel: RecordKernel, ref: RecordRef, seen: Position, commandId: string) {
  for await (const kept of versionsSince(kernel, ref, seen)) {
    const clear = readClearPart(kept);
    if (clear.commandId === commandId) return clear.bodyMac;
  }
  return undefined;
}

async function* versionsSince(
  { store }: RecordKernel,
  ref: RecordRef,
  seen: Position,
): AsyncGenerator<KeptVersion> {
  let after = seen;
  for (;;) {
    const versions = await store.versionsAfter(ref, after, VERSIONS_A_PAGE);
    yield* versions;
    const last = versions.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

function typeOf(event: unknown): string {
  return typeof event === 'object' && event !== null && 'type' in event ? String(event.type) : '';
}
