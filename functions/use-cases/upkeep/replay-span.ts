import type { Position, RecordRef } from '../../domain/record/version.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import type { LeftOvers } from '../../ports/relay-store.ts';
import { type Relaying, relayRecord, relayVersion } from '../relay/relay-record.ts';
import type { Advancing } from '../workflow/advance-workflow.ts';
import { restartWorkflow } from '../workflow/restart-workflow.ts';

export interface Replaying extends Relaying {
  readonly store: Relaying['store'] & Pick<RecordStore, 'versionAt'>;
  readonly leftOvers: Pick<LeftOvers, 'written'>;
  readonly logShards: number;
  readonly workflow: Advancing;
}

/**
 * Makes known again every version written in a span of one UTC hour, with its messages, follow-ups and events: for
 * whatever a consumer took and lost. Each consumer compares with the record or holds a claim, so that what was done is not
 * done again. Answers how many versions.
 */
export async function replaySpan(
  replaying: Replaying,
  span: { readonly from: string; readonly until: string },
): Promise<number> {
  let replayed = 0;
  for (let shard = 0; shard < replaying.logShards; shard += 1) {
    let page: string | undefined;
    do {
      const found = await replaying.leftOvers.written(span, shard, page);
      for (const written of found.items) replayed += await replayVersion(replaying, written);
      page = found.next;
    } while (page !== undefined);
  }
  return replayed;
}

/** One case again from where it stands: its versions made known, and its workflow, whatever became of it. */
export async function redriveCase(replaying: Replaying, caseId: string, now: string) {
  const relayed = await relayRecord(replaying, { kind: 'case', id: caseId });
  const longAgo = new Date(Date.parse(now) - 60_000).toISOString();
  const workflow = await restartWorkflow(replaying.workflow, caseId, now, {
    since: longAgo,
    lostAfterMinutes: 0,
  });
  return { relayed, workflow };
}

async function replayVersion(
  replaying: Replaying,
  { kind, id, epoch, version }: RecordRef & Position,
): Promise<number> {
  const kept = await replaying.store.versionAt({ kind, id }, { epoch, version });
  if (kept === undefined) return 0;
  await relayVersion(replaying, { kind, id }, kept);
  return 1;
}
