/** The parts of the system as people meet them; the last three are the staff's own. */
export const PARTS = [
  'pages',
  'sign-in',
  'messages',
  'documents',
  'progress',
  'deadlines',
  'backups',
  'upkeep',
] as const;
export type Part = (typeof PARTS)[number];

/** What customers are told of; of the others they notice nothing. */
const TOLD_TO_CUSTOMERS: readonly Part[] = ['pages', 'sign-in', 'messages', 'documents', 'progress'];

/** Which part an alarm speaks of, by how its name begins (without system and stage). */
const PART_OF: readonly (readonly [beginning: string, part: Part])[] = [
  ['api-', 'pages'],
  ['functions-throttled', 'pages'],
  ['sign-in-', 'sign-in'],
  ['deliver-message-', 'messages'],
  ['delivery-report-', 'messages'],
  ['mail-', 'messages'],
  ['inspect-document-', 'documents'],
  ['advance-workflow-', 'progress'],
  ['workflow-', 'progress'],
  ['follow-up-', 'progress'],
  ['relay-', 'progress'],
  ['parked', 'progress'],
  ['left-over-', 'progress'],
  ['region-', 'progress'],
  ['sweep-', 'deadlines'],
  ['perform-due-', 'deadlines'],
  ['reconcile-', 'deadlines'],
  ['schedules-', 'deadlines'],
  ['backup-', 'backups'],
  ['copy-', 'backups'],
  ['restore-', 'backups'],
  ['replication-', 'backups'],
];

/** An alarm that rings: its name without system and stage, since when, what it means, where to read on. */
export interface Ringing {
  readonly name: string;
  readonly since: string;
  readonly impact: string;
  readonly runbook: string;
}

export interface PartHealth {
  readonly part: Part;
  readonly state: 'well' | 'impaired';
  readonly since?: string;
  readonly ringing: readonly Ringing[];
}

export interface Health {
  readonly state: 'well' | 'impaired' | 'unknown';
  readonly parts: readonly PartHealth[];
}

export function partOf(alarm: string): Part {
  return PART_OF.find(([beginning]) => alarm.startsWith(beginning))?.[1] ?? 'upkeep';
}

/**
 * The system's health from what rings now. `ringing` is undefined when it could not be asked: then it is unknown, which
 * is neither good nor bad. A region that may not act takes everything in and brings nothing forward.
 */
export function healthOf(ringing: readonly Ringing[] | undefined, mayAct: boolean): Health {
  const parts = PARTS.map((part): PartHealth => {
    const own = (ringing ?? []).filter(({ name }) => partOf(name) === part);
    const since = own.map((one) => one.since).toSorted()[0];
    const paused = part === 'progress' && !mayAct;
    const state = own.length > 0 || paused ? 'impaired' : 'well';
    return { part, state, ...(since !== undefined && { since }), ringing: own };
  });
  const impaired = parts.some(({ state }) => state === 'impaired');
  return { state: impaired ? 'impaired' : ringing === undefined ? 'unknown' : 'well', parts };
}

export interface TellingCustomers {
  readonly state: Health['state'];
  readonly late: { part: Part; since?: string }[];
}

/** What customers are told: which of their parts is late and since when; no names, no causes. */
export function toldToCustomers({ state, parts }: Health): TellingCustomers {
  const late = parts
    .filter((one) => one.state === 'impaired' && TOLD_TO_CUSTOMERS.includes(one.part))
    .map(({ part, since }) => ({ part, ...(since !== undefined && { since }) }));
  if (late.length > 0) return { state: 'impaired', late };
  return { state: state === 'unknown' ? 'unknown' : 'well', late };
}
