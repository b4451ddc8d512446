import { findingDefinition } from '../../domain/finding/finding.ts';
import { OPERATIONS_HALL } from '../../domain/operations/queues.ts';
import type { Severity } from '../../domain/operations/severity.ts';
import type { Author } from '../../domain/record/version.ts';
import type { RecordLists } from '../../ports/record-lists.ts';
import { giveCommand } from '../record/give-command.ts';
import type { RecordKernel } from '../record/kernel.ts';

/** Something a scan saw: what it is (an advisory, a rule) and where it is. */
export interface Seen {
  readonly what: string;
  readonly where: string;
  readonly severity: Severity;
}

export interface Scan {
  readonly source: string;
  readonly seen: readonly Seen[];
  readonly at: string;
}

export interface TakenScan {
  readonly reported: number;
  readonly mended: number;
}

const SCANNER: Author = { kind: 'system', id: 'scan' };

/**
 * Files what a scan saw: each is one finding however often it is seen, and an open one of the same source that the scan
 * did not see any more is mended. Run twice it changes nothing. Only a scan that ran to its end may be given. [7.1.2]
 */
export async function takeScan(
  { kernel, lists }: { readonly kernel: RecordKernel; readonly lists: Pick<RecordLists, 'queue'> },
  { source, seen, at }: Scan,
): Promise<TakenScan> {
  const ids = new Set<string>();
  for (const one of seen) {
    const id = `${source}-${kernel.sha256(`${one.what}\n${one.where}`).slice(0, 20)}`;
    ids.add(id);
    await give(kernel, id, { type: 'report', source, ...one }, `scan/${at}`, at);
  }
  const gone = (await openOf(lists, source)).filter((id) => !ids.has(id));
  const reason = `not seen by the scan of ${at.slice(0, 10)}`;
  for (const id of gone) await give(kernel, id, { type: 'mend', reason }, `gone/${at}`, at);
  return { reported: ids.size, mended: gone.length };
}

async function give(
  kernel: RecordKernel,
  id: string,
  command: Parameters<typeof findingDefinition.judge>[1]['command'],
  key: string,
  now: string,
): Promise<void> {
  const answer = await giveCommand(kernel, findingDefinition, {
    ...{ id, command, actor: SCANNER, key, now },
    reference: async () => undefined,
  });
  if (!answer.done) throw new Error(`Finding ${id} refused ${command.type}: ${answer.refusal.kind}`);
}

async function openOf(lists: Pick<RecordLists, 'queue'>, source: string): Promise<readonly string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await lists.queue(OPERATIONS_HALL, 'findings-open', {
      limit: 50,
      ...(cursor !== undefined && { cursor }),
    });
    found.push(...page.records.filter(({ card }) => card.source === source).map(({ id }) => id));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
}
