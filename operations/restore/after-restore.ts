import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { RECORD_KINDS, type RecordKind } from '../../functions/domain/record/version.ts';
import type { Destruction } from '../../functions/ports/destruction.ts';
import { type Destroying, destroyCase } from '../../functions/use-cases/archive/destroy-case.ts';
import { moveSeriesOn } from '../../functions/use-cases/certificates/move-series-on.ts';
import type { RecordKernel } from '../../functions/use-cases/record/kernel.ts';
import { type Relaying, relayRecord } from '../../functions/use-cases/relay/relay-record.ts';
import { recordsIn } from './walk-tables.ts';

export interface AfterRestore {
  /** Works on the new table, in its new epoch, as if it were open. */
  readonly kernel: RecordKernel;
  readonly documents: DynamoDBDocumentClient;
  readonly table: string;
  readonly say: (line: string) => void;
}

/** Numbers that may have been given after the backup are left out, and the register says why. Answers how many series. */
export async function moveAllSeriesOn(
  { kernel, documents, table, say }: AfterRestore,
  by: number,
  key: string,
  now: string,
): Promise<number> {
  let moved = 0;
  for await (const pk of recordsIn(documents, table)) {
    const { kind, id } = refOf(pk);
    if (kind !== 'series') continue;
    if (await moveSeriesOn(kernel, { seriesId: id, by, reason: 'restore', key }, now)) moved += 1;
  }
  say(`${moved} number series moved on by ${by}`);
  return moved;
}

export interface DestroyingAgain extends Destroying {
  readonly relaying: Relaying;
  readonly say: (line: string) => void;
}

/**
 * Destroys again what was destroyed after the backup, by the reports in the archive, before anybody can read it: the
 * records are relayed here, since nothing works on the new table yet. Answers what could not be destroyed, and why.
 */
export async function destroyAgain(
  destroying: DestroyingAgain,
  now: string,
): Promise<readonly { readonly caseId: string; readonly why: string }[]> {
  const { destruction, relaying, say } = destroying;
  const here: Destruction = {
    papersAreFree: (caseId) => destruction.papersAreFree(caseId),
    isRelayed: async (ref) => {
      await relayRecord(relaying, ref);
      return true;
    },
    shred: (ref) => destruction.shred(ref),
    removePapers: (caseId, certificates) => destruction.removePapers(caseId, certificates),
    keepReport: async () => {},
    reports: () => destruction.reports(),
  };
  const left: { caseId: string; why: string }[] = [];
  let destroyed = 0;
  for (const { listId, results } of await destruction.reports()) {
    for (const { caseId, result } of results) {
      if (result !== 'destroyed') continue;
      const refusal = await destroyCase({ ...destroying, destruction: here }, caseId, listId, now);
      // A case that was not there yet when the backup was taken is not there to be destroyed.
      if (refusal === undefined) destroyed += 1;
      else if (refusal.kind !== 'not-found') left.push({ caseId, why: refusal.kind });
    }
  }
  say(`${destroyed} cases destroyed again, ${left.length} not`);
  return left;
}

export function refOf(pk: string): { readonly kind: RecordKind; readonly id: string } {
  const [name = '', ...id] = pk.split('#');
  const kind = RECORD_KINDS.find((one) => one.toUpperCase() === name);
  if (kind === undefined) throw new Error(`${pk} is no record`);
  return { kind, id: id.join('#') };
}
