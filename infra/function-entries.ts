/**
 * Every deployed function and what it may do; from each entry follow its grants and its environment, and nothing else
 * gives a function a permission. A function that needs no personal data has no `personal`, and so no key for it.
 */
export interface FunctionEntry {
  readonly memoryMegabytes?: number;
  readonly timeoutSeconds?: number;
  readonly records?: 'read' | 'read-write';
  readonly transient?: boolean;
  /** Opens personal parts; `seal`: also makes the data key of a new record. */
  readonly personal?: 'open' | 'seal';
  /** Makes MACs for finding (`index`) and for unique things and ids (`claims`). */
  readonly macs?: boolean;
  /** Offers an upload and looks whether it came; or reads what came and releases it. */
  readonly uploads?: 'offer' | 'inspect';
  /** Knows by whom uploads are looked at. */
  readonly scan?: boolean;
  readonly documents?: 'read';
  /** The archivist's routes read; filing adds; locks follow the record. */
  readonly archive?: 'read' | 'add' | 'lock';
  /** Copies of certificates for handing out; the archive itself is the archivist's. */
  readonly issued?: 'read' | 'add';
  /** Looks whether the files that records name have been copied to this region. */
  readonly copies?: boolean;
  /** Reads digests and published keys; `add` also seals a day. */
  readonly digests?: 'read' | 'add';
  /** Signs what outsiders verify, and publishes the key it signs with before its first signature. */
  readonly signs?: boolean;
  readonly bus?: boolean;
  readonly mail?: boolean;
  readonly sms?: boolean;
  /**
   * `go-on`: starts the next generation; `release`: wakes an execution; `advance`: both, asks whether one runs, and
   * ends what an earlier stay in this region left over; `mend`: also finds broken ones.
   */
  readonly workflow?: 'go-on' | 'release' | 'advance' | 'mend';
  /** Begins executions again that began by another definition of the machine. */
  readonly rollsOver?: boolean;
  /** Asks the pool, as anybody may; and what it does there by right of its own. */
  readonly customerPool?: readonly PoolAct[];
  readonly staffPool?: readonly PoolAct[];
  /** Asks the organisation's own provider of identities, where the stage has one. */
  readonly staffProvider?: boolean;
  /** What it tells people of us. */
  readonly tells?: readonly ('portalUrl' | 'hotline' | 'timeZone')[];
  readonly parked?: boolean;
  readonly due?: boolean;
  /** Looks at the stage's alarms; publishes measures of our own. */
  readonly watches?: 'alarms' | 'measures';
  /** Asks whoever makes backups what was done. */
  readonly backups?: boolean;
  /** Native code that exists for x86-64 only. */
  readonly x86?: boolean;
}

export type PoolAct = 'enrol' | 'find' | 'sign-out';

/** Gives commands: reads and writes records, opens and seals personal parts. */
const COMMANDS = { records: 'read-write', personal: 'seal' } as const;

/** Looks after the workflow of a case: its token is sealed as personal parts are, under a key that exists. */
const WORKFLOW = { records: 'read-write', personal: 'open', timeoutSeconds: 30 } as const;

export const FUNCTIONS: Readonly<Record<string, FunctionEntry>> = {
  'api/guides': { records: 'read' },
  'api/sign-in': { transient: true, customerPool: ['enrol', 'sign-out'], macs: true },
  'api/staff-sign-in': { transient: true, staffProvider: true, staffPool: [] },
  'api/applications': { ...COMMANDS, macs: true, scan: true },
  'api/files': { ...COMMANDS, uploads: 'offer', documents: 'read', issued: 'read' },
  'api/tracking': { records: 'read', personal: 'open', transient: true },
  'api/verification': { records: 'read', transient: true },
  'api/cases': { ...COMMANDS, macs: true, transient: true },
  'api/archive': { ...COMMANDS, archive: 'read' },
  'api/people': {
    ...COMMANDS,
    macs: true,
    transient: true,
    staffProvider: true,
    staffPool: ['enrol', 'find', 'sign-out'],
  },
  'api/proofs': { digests: 'read' },
  'api/receipts': { records: 'read-write', digests: 'read', signs: true, tells: ['timeZone'] },
  'api/outside': { records: 'read' },
  'api/status': { records: 'read', watches: 'alarms' },
  'api/operations': { records: 'read-write', watches: 'alarms', backups: true },
  'api/description': {},
  'workflow/ask-stage': { records: 'read-write', timeoutSeconds: 30, workflow: 'go-on' },
  'workflow/check-application': { ...COMMANDS, timeoutSeconds: 30 },
  'workflow/assign-reviewer': { ...COMMANDS, timeoutSeconds: 30 },
  'workflow/open-step': { ...COMMANDS, timeoutSeconds: 30, workflow: 'release' },
  'workflow/make-certificate': {
    ...COMMANDS,
    macs: true,
    archive: 'add',
    issued: 'add',
    signs: true,
    tells: ['portalUrl'],
    timeoutSeconds: 60,
    memoryMegabytes: 1024,
    x86: true,
  },
  'workflow/send-result': { ...COMMANDS, timeoutSeconds: 30, workflow: 'release' },
  'workflow/file-record': {
    ...COMMANDS,
    documents: 'read',
    archive: 'add',
    timeoutSeconds: 60,
    memoryMegabytes: 1024,
  },
  'workflow/wait-for-person': { ...WORKFLOW, workflow: 'release' },
  'events/relay': { records: 'read-write', bus: true, parked: true, timeoutSeconds: 60 },
  'events/deliver-message': {
    ...COMMANDS,
    mail: true,
    sms: true,
    tells: ['portalUrl', 'hotline'],
    timeoutSeconds: 30,
  },
  'events/delivery-report': { ...COMMANDS, timeoutSeconds: 30 },
  'events/follow-up': { ...COMMANDS, timeoutSeconds: 30 },
  'events/lock-archive': { records: 'read', archive: 'lock', timeoutSeconds: 30 },
  'events/inspect-document': {
    ...COMMANDS,
    uploads: 'inspect',
    scan: true,
    timeoutSeconds: 60,
    memoryMegabytes: 1024,
  },
  'events/advance-workflow': { ...WORKFLOW, workflow: 'advance' },
  'events/workflow-status': { ...WORKFLOW, workflow: 'mend' },
  'events/sweep-deadlines': { records: 'read', due: true, timeoutSeconds: 55 },
  'events/perform-due': { ...COMMANDS, parked: true, timeoutSeconds: 30 },
  'events/reconcile': {
    ...WORKFLOW,
    bus: true,
    parked: true,
    workflow: 'mend',
    rollsOver: true,
    timeoutSeconds: 300,
  },
  'events/seal-digest': {
    records: 'read-write',
    digests: 'add',
    signs: true,
    tells: ['timeZone'],
    timeoutSeconds: 600,
    memoryMegabytes: 1024,
  },
  'events/project-statistics': { records: 'read-write', watches: 'measures', timeoutSeconds: 55 },
  'events/watch-region': { records: 'read' },
  'events/activate-region': {
    ...WORKFLOW,
    bus: true,
    parked: true,
    workflow: 'mend',
    copies: true,
    rollsOver: true,
    timeoutSeconds: 120,
  },
  'events/define-sign-in': {},
  'events/send-sign-in-code': { transient: true, mail: true, sms: true, tells: ['hotline'] },
  'events/check-sign-in-code': { transient: true },
};

/** Triggers of the customers' pool: they live beside it, in the stack that outlives deployments. */
export const POOL_TRIGGERS = [
  'events/define-sign-in',
  'events/send-sign-in-code',
  'events/check-sign-in-code',
] as const;

/** Well below the 30 seconds after which the API gives up. */
const USUAL_TIMEOUT_SECONDS = 15;

/** Seconds a function may take; what hides its messages or retries it must know. */
export function timeoutOf(folder: string): number {
  return FUNCTIONS[folder]?.timeoutSeconds ?? USUAL_TIMEOUT_SECONDS;
}
