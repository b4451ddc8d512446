import { takeEnvironment } from '../../local/seed/environment.ts';
import { type ConnectedCloud, eventually } from '../integration/support/connect.ts';
import { breaches as breachesOf } from '../support/invariants.ts';
import type { DrillCase } from './carry.ts';
import { type Kept, keptIn, lostOf } from './kept.ts';

type Item = Readonly<Record<string, unknown>>;

export interface Reckoning {
  readonly figures: Readonly<
    Record<'cases' | 'carried' | 'lost' | 'doubled' | 'flagged' | 'breaches' | 'seconds', number>
  >;
  readonly breaches: readonly string[];
  readonly verdict: 'passed' | 'failed';
}

/** Counts when everything has come to rest: what was carried to its end, what is missing, what happened twice. */
async function reckon({
  there,
  begun,
  cases,
  stuck,
  before,
}: {
  /** The region that took over: what only another one's table holds is lost. */
  readonly there: ConnectedCloud;
  readonly begun: string;
  readonly cases: readonly DrillCase[];
  readonly stuck: readonly DrillCase[];
  /** What the other region's table held right before. */
  readonly before: Kept;
}): Promise<Reckoning> {
  const table = there.output('RecordsTableName');
  let breaches: readonly string[] = [];
  await eventually(
    'rest',
    async () => {
      breaches = breachesOf(await there.dump(table));
      return breaches.length === 0 ? true : undefined;
    },
    120,
  ).catch(() => undefined);
  const after = await there.dump(table);
  const lost = lostOf(before, keptIn(after));
  const doubled = doubles(after, cases);
  const figures = {
    cases: cases.length,
    carried: cases.length - stuck.length,
    lost: lost.length,
    doubled: doubled.length,
    flagged: after.filter(({ sk, resent }) => sk === 'message' && resent === true).length,
    breaches: breaches.length,
    seconds: Math.round((Date.now() - Date.parse(begun)) / 1000),
  };
  const bad = stuck.length + lost.length + doubled.length + breaches.length;
  const stuckAt = stuck.map(({ caseId, stage }) => `${caseId} of stage ${stage} did not end`);
  return {
    figures,
    breaches: [...breaches, ...lost, ...doubled, ...stuckAt],
    verdict: bad === 0 ? 'passed' : 'failed',
  };
}

/** Decisions, certificates and numbers that happened more than once. */
function doubles(items: readonly Item[], cases: readonly DrillCase[]): readonly string[] {
  const ours = new Set(cases.map(({ caseId }) => `CASE#${caseId}`));
  const seen = new Map<string, number>();
  const count = (name: string) => seen.set(name, (seen.get(name) ?? 0) + 1);
  for (const { pk, sk, eventType, clear } of items) {
    if (!String(sk).startsWith('v#')) continue;
    if (ours.has(String(pk)) && eventType === 'decided') count(`decision on ${pk}`);
    if (eventType === 'number-taken') {
      const { event } = JSON.parse(String(clear));
      count(`number ${event.number} of ${pk}`);
      count(`number for ${event.certificateId}`);
    }
  }
  return [...seen].filter(([, times]) => times > 1).map(([name, times]) => `${name}: ${times} times`);
}

/** Counts, says what came of it, and files it: the drill is a record of the system it tried. [8.2.1] */
export async function settle(
  say: (line: string) => void,
  subject: string,
  given: Parameters<typeof reckon>[0],
): Promise<Reckoning> {
  const reckoning = await reckon(given);
  const { drillId } = await fileReckoning(given.there, reckoning, given.begun, subject);
  const { verdict, figures, breaches } = reckoning;
  const counts = Object.entries(figures).map(([name, n]) => `${name} ${n}`);
  say(`${subject}: ${verdict}. ${counts.join(', ')}. Filed as ${drillId}.`);
  for (const breach of breaches.slice(0, 20)) say(`  ${breach}`);
  return reckoning;
}

async function fileReckoning(
  { endpoint, region, outputs }: ConnectedCloud,
  { figures, breaches, verdict }: Reckoning,
  startedAt: string,
  subject: string,
): Promise<{ drillId: string }> {
  takeEnvironment(endpoint, region, outputs);
  const { makeKernel } = await import('../../functions/container/kernel.ts');
  const { fileDrill } = await import('../../functions/use-cases/drills/file-drill.ts');
  const endedAt = new Date().toISOString();
  return fileDrill(makeKernel().kernel, {
    subject,
    startedAt,
    endedAt,
    steps: [{ name: 'all cases carried to their end', startedAt, endedAt, ok: verdict === 'passed' }],
    figures,
    findings: breaches.slice(0, 20).map((what) => ({ what, severity: 'high' as const })),
    verdict,
    by: { kind: 'system', id: 'drill' },
  });
}
