import { caseDefinition } from '../../domain/case/case.ts';
import { hoursBetween } from '../../domain/statistics/figures.ts';
import type { BlindIndex } from '../../ports/record-keys.ts';
import type { LeftOvers, RelayStore } from '../../ports/relay-store.ts';
import type { References } from '../cases/references.ts';
import { findersOf } from '../cases/submission.ts';
import { giveCommand } from '../record/give-command.ts';
import type { RecordKernel } from '../record/kernel.ts';
import { loadRecord } from '../record/load-record.ts';

/** Where the table keeps which versions are in use: `2` or, until the re-index has ended, `2+1`. */
export const INDEX_VERSIONS_JOB = 'index-versions';
const PROGRESS_JOB = 're-index';
/** Whoever read which version is in use goes by it for so long, and makes values that the next pass must still find. */
const CACHE_SECONDS = 61;

export interface IndexVersions {
  readonly current: number;
  readonly previous?: number;
}

export function readIndexVersions(kept: string | undefined): IndexVersions {
  const [current = 1, previous] = (kept ?? '1').split('+').map(Number);
  return previous === undefined ? { current } : { current, previous };
}

export interface ReIndexing {
  readonly kernel: RecordKernel;
  readonly references: References;
  readonly leftOvers: Pick<LeftOvers, 'written' | 'checkpoint' | 'keepCheckpoint'>;
  readonly relay: Pick<RelayStore, 'putFinders'>;
  readonly logShards: number;
  /** Makes MACs under the version that is in use now. */
  readonly blindIndex: BlindIndex;
  readonly now: () => string;
  readonly wait: (seconds: number) => Promise<void>;
  readonly said: (hour: string, cases: number) => void;
}

/** Turns the key: new values are made under the next version, old ones are still found. Refuses while a re-index is open. */
export async function turnIndexKey({ leftOvers }: Pick<ReIndexing, 'leftOvers'>): Promise<IndexVersions> {
  const { current, previous } = readIndexVersions(await leftOvers.checkpoint(INDEX_VERSIONS_JOB));
  if (previous !== undefined)
    throw new Error('The last re-index has not ended: end it before you turn the key again');
  await leftOvers.keepCheckpoint(PROGRESS_JOB, '');
  await leftOvers.keepCheckpoint(INDEX_VERSIONS_JOB, `${current + 1}+${current}`);
  return { current: current + 1, previous: current };
}

/**
 * Gives every case its values under the version in use, hour by hour of the log from the first on, once nobody makes any
 * under the version before; goes on where it was stopped. Only at its end does the version before stop finding: a case that
 * could not be given its values stops it.
 */
export async function reIndex(reIndexing: ReIndexing, firstHour: string): Promise<number> {
  const { leftOvers, said } = reIndexing;
  const { current, previous } = readIndexVersions(await leftOvers.checkpoint(INDEX_VERSIONS_JOB));
  if (previous === undefined) return 0;
  const done = await leftOvers.checkpoint(PROGRESS_JOB);
  const begins = done === undefined || done === '';
  if (begins) await reIndexing.wait(CACHE_SECONDS);
  const from = begins ? firstHour : done;
  const seen = new Set<string>();
  for (const hour of hoursBetween(from, reIndexing.now().slice(0, 13))) {
    const before = seen.size;
    for (let shard = 0; shard < reIndexing.logShards; shard += 1)
      for await (const id of casesOf(reIndexing, hour, shard))
        if (!seen.has(id)) {
          seen.add(id);
          await reIndexCase(reIndexing, id, current);
        }
    if (seen.size > before) said(hour, seen.size - before);
    await leftOvers.keepCheckpoint(PROGRESS_JOB, hour);
  }
  await leftOvers.keepCheckpoint(INDEX_VERSIONS_JOB, String(current));
  return seen.size;
}

async function* casesOf({ leftOvers }: ReIndexing, hour: string, shard: number): AsyncGenerator<string> {
  const span = { from: `${hour}:00:00.000Z`, until: `${hour}:59:59.999Z` };
  let page: string | undefined;
  do {
    const { items, next } = await leftOvers.written(span, shard, page);
    for (const { kind, id } of items) if (kind === 'case') yield id;
    page = next;
  } while (page !== undefined);
}

/** Drafts have no values yet; a destroyed case has none any more and takes no command. */
async function reIndexCase(
  { kernel, references, relay, blindIndex, now }: ReIndexing,
  id: string,
  current: number,
): Promise<void> {
  const loaded = await loadRecord(kernel, caseDefinition, id);
  const state = loaded?.version.state;
  if (loaded === undefined || state === undefined || !('finders' in state)) return;
  if (state.status === 'archived' && state.destroyed !== undefined) return;
  if (state.finders.every(({ value }) => value.startsWith(`k${current}:`))) return;
  const { service } = await references.ofCase(state);
  const finders = await findersOf(blindIndex, service, loaded.version.personal.answers);
  const answer = await giveCommand(kernel, caseDefinition, {
    ...{ id, command: { type: 're-index', finders }, actor: { kind: 'system', id: 're-index' } },
    ...{ key: `re-index/${current}`, now: now() },
    reference: (standing) => references.forCommand(standing?.state),
  });
  if (!answer.done) throw new Error(`case/${id} was not indexed again: ${answer.refusal.kind}`);
  // The relay puts them too, but may be behind when the version before stops finding.
  await relay.putFinders({ kind: 'case', id }, answer.record.version, finders);
}
