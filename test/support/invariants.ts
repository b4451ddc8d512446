import { hash } from 'node:crypto';
import { keptVersionOf } from '../../functions/adapters/dynamodb/items.ts';
import { caseDefinition } from '../../functions/domain/case/case.ts';
import { stageOf } from '../../functions/domain/case/stage.ts';
import { headOf } from '../../functions/domain/kinds.ts';
import { brokenLink, type KeptVersion } from '../../functions/domain/record/chain.ts';
import { readClearPart, readClearState } from '../../functions/domain/record/read-version.ts';

type Item = Readonly<Record<string, unknown>>;

const sha256 = (bytes: string | Uint8Array) => hash('sha256', bytes);

/**
 * What must hold of a whole table at rest (no event on its way): names each breach, empty when there is none. Versions
 * gapless and chained; heads those of the newest; everything relayed; no message, follow-up or claim left open;
 * each series number with its certificate; one generation per open case, waiting with a token.
 */
export function breaches(items: readonly Item[]): readonly string[] {
  const records = recordsOf(items);
  return [
    ...[...records].flatMap(([pk, versions]) => recordBreaches(pk, versions, items)),
    ...items.flatMap(leftOpen),
    ...claimBreaches(items, records),
    ...seriesBreaches(records),
  ];
}

function recordsOf(items: readonly Item[]): ReadonlyMap<string, readonly KeptVersion[]> {
  const records = new Map<string, KeptVersion[]>();
  for (const item of items.toSorted((one, other) => (String(one.sk) < String(other.sk) ? -1 : 1))) {
    if (!String(item.sk).startsWith('v#')) continue;
    const versions = records.get(String(item.pk)) ?? [];
    versions.push(keptVersionOf(item));
    records.set(String(item.pk), versions);
  }
  return records;
}

function recordBreaches(
  pk: string,
  versions: readonly KeptVersion[],
  items: readonly Item[],
): readonly string[] {
  const newest = versions.at(-1);
  if (newest === undefined) return [];
  const item = (sk: string) => items.find((one) => one.pk === pk && one.sk === sk);
  const clear = readClearPart(newest);
  const head = item('head');
  const made = headOf(clear.kind, newest);
  const found: string[] = [];
  versions.forEach((kept, n) => {
    if (kept.version !== n + 1) found.push(`${pk}: version ${n + 1} is missing`);
    const link = brokenLink(versions[n - 1], kept, sha256);
    if (link !== undefined) found.push(`${pk}: version ${kept.version} is ${link}`);
  });
  if (isDestroyed(clear.event)) return [...found, ...leftOver(pk, items)];
  if (head?.version !== newest.version) found.push(`${pk}: the head is of version ${head?.version}`);
  else if (JSON.stringify(sorted(head.card)) !== JSON.stringify(sorted(made.card)))
    found.push(`${pk}: the head shows something else`);
  if (item('relayed')?.version !== newest.version)
    found.push(`${pk}: relayed up to ${item('relayed')?.version} of ${newest.version}`);
  if (clear.kind === 'case') found.push(...workflowBreaches(pk, newest, item('workflow')));
  return found;
}

function isDestroyed(event: unknown): boolean {
  return Object.entries(Object(event)).some(([name, value]) => name === 'type' && value === 'destroyed');
}

/** Of a destroyed record stay its versions, who read it, and the relay's mark. */
function leftOver(pk: string, items: readonly Item[]): readonly string[] {
  return items
    .filter((one) => one.pk === pk && !/^(v#|access#|relayed$)/.test(String(one.sk)))
    .map(({ sk }) => `${pk}: was destroyed, and ${sk} is there`);
}

function workflowBreaches(pk: string, newest: KeptVersion, workflow: Item | undefined): readonly string[] {
  const { state } = readClearState(caseDefinition, newest);
  const stage = stageOf(state);
  if (stage === 'none') return [];
  if (workflow === undefined) return [`${pk}: no workflow was begun in stage ${stage}`];
  if (stage === 'done') return workflow.token === undefined ? [] : [`${pk}: filed, and a token waits`];
  const token = workflow.token;
  if (typeof token !== 'object' || token === null) return [`${pk}: nobody waits in stage ${stage}`];
  const facts = Object.fromEntries(Object.entries(token));
  return facts.stage === stage && facts.visit === state.visit
    ? []
    : [`${pk}: waits in ${facts.stage}, is in ${stage}`];
}

/** A message somebody has claimed is neither lost nor late until the claim runs out. */
function leftOpen(item: Item): readonly string[] {
  const inHand = item.status === 'claimed' && String(item.claimedUntil) > new Date().toISOString();
  if (inHand) return [];
  const list = String(item.gsi6pk ?? '').split('#')[0];
  if (list === 'UNSENT' || list === 'OPEN' || list === 'PARKED') return [`${list}: ${item.pk}`];
  return [];
}

function claimBreaches(
  items: readonly Item[],
  records: ReadonlyMap<string, readonly KeptVersion[]>,
): readonly string[] {
  return items
    .filter(({ sk }) => sk === 'claim')
    .flatMap((claim) => {
      const { kind = '', id = '' } = Object.fromEntries(Object.entries(Object(claim.owner)));
      const newest = records.get(`${String(kind).toUpperCase()}#${id}`)?.at(-1);
      const listed =
        newest !== undefined && readClearPart(newest).claims.some(({ mac }) => mac === claim.mac);
      return listed ? [] : [`${claim.pk}: its owner does not list it`];
    });
}

/** Every number that was handed out has a certificate that bears it, or was voided with a reason. */
function seriesBreaches(records: ReadonlyMap<string, readonly KeptVersion[]>): readonly string[] {
  const found: string[] = [];
  for (const [pk, versions] of records) {
    if (!pk.startsWith('SERIES#')) continue;
    const events = versions.map((kept) =>
      Object.fromEntries(Object.entries(Object(readClearPart(kept).event))),
    );
    const voided = new Set(events.filter(({ type }) => type === 'number-voided').map(({ number }) => number));
    for (const { type, number, certificateId } of events) {
      if (type !== 'number-taken' || voided.has(number)) continue;
      const certificate = records.get(`CERTIFICATE#${certificateId}`)?.at(-1);
      const bears =
        certificate && Object.fromEntries(Object.entries(Object(readClearPart(certificate).state))).number;
      if (typeof bears !== 'string' || !bears.endsWith(String(number)))
        found.push(`${pk}: number ${number} is unexplained`);
    }
  }
  return found;
}

function sorted(value: unknown): unknown {
  return Object.fromEntries(Object.entries(Object(value)).sort());
}
