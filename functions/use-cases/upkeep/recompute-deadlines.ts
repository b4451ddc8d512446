import { caseDefinition } from '../../domain/case/case.ts';
import type { LeftOvers, PageOfWork } from '../../ports/relay-store.ts';
import type { References } from '../cases/references.ts';
import { giveCommand } from '../record/give-command.ts';
import type { RecordKernel } from '../record/kernel.ts';

export interface Recomputing {
  readonly kernel: RecordKernel;
  readonly references: References;
  readonly leftOvers: Pick<LeftOvers, 'withToken' | 'withoutToken'>;
  readonly now: () => string;
  readonly wait: (seconds: number) => Promise<void>;
  readonly said: (pass: number, recomputed: number, looked: number) => void;
}

/** A calendar that was published is seen by everybody after this long; until then an older one still judges. */
const CACHE_SECONDS = 61;
const MOST_PASSES = 10;

/**
 * Counts the dates of every open case again by the calendar that stands now. Ends with a pass, begun after every cached
 * calendar has expired, that found none older. Run again, or from two places, it changes nothing twice.
 */
export async function recomputeDeadlines(recomputing: Recomputing): Promise<number> {
  let all = 0;
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    if (pass > 1) await recomputing.wait(CACHE_SECONDS);
    const { recomputed, looked } = await onePass(recomputing);
    all += recomputed;
    recomputing.said(pass, recomputed, looked);
    if (pass > 1 && recomputed === 0) return all;
  }
  throw new Error('Cases with older dates are still found: is the calendar being published again and again?');
}

async function onePass({ kernel, references, leftOvers, now }: Recomputing) {
  let recomputed = 0;
  let looked = 0;
  // Together the two lists hold every open case.
  const lists = [
    (page?: string) => leftOvers.withToken(page),
    (page?: string) => leftOvers.withoutToken('~', page),
  ];
  for (const read of lists) {
    for await (const id of idsOf(read)) {
      looked += 1;
      const answer = await giveCommand(kernel, caseDefinition, {
        id,
        command: { type: 'recompute' },
        actor: { kind: 'system', id: 'recompute-deadlines' },
        key: `recompute/${now()}`,
        now: now(),
        reference: (current) => references.forCommand(current?.state),
      });
      if (answer.done && !answer.repeated) recomputed += 1;
    }
  }
  return { recomputed, looked };
}

async function* idsOf(
  read: (page?: string) => Promise<PageOfWork<{ readonly id: string }>>,
): AsyncGenerator<string> {
  let page: string | undefined;
  do {
    const { items, next } = await read(page);
    for (const { id } of items) yield id;
    page = next;
  } while (page !== undefined);
}
