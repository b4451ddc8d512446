/**
 * Every deployed function and what it may do; from each entry follow its grants and its environment, and nothing else
 * gives a function a permission. A function that needs no personal data has no `personal`, and so no key for it.
 */
export interface FunctionEntry {
  readonly memoryMegabytes?: number;
  readonly timeoutSeconds?: number;
  readonly records?: 'read' | 'read-write';
  readonly transient?: boolean;
  /** Opens and seals personal parts. */
  readonly personal?: boolean;
  /** Makes MACs for finding (`index`) and for unique things and ids (`claims`). */
  readonly macs?: boolean;
  /** Offers an upload and looks whether it came; or reads what came and releases it. */
  readonly uploads?: 'offer' | 'inspect';
  readonly documents?: 'read';
  readonly archive?: 'read' | 'write';
  readonly bus?: boolean;
  readonly mail?: boolean;
  readonly sms?: boolean;
  /**
   * `go-on`: starts the next generation; `release`: wakes an execution; `advance`: both, and asks whether one runs;
   * `mend`: also finds broken ones and stops what was superseded.
   */
  readonly workflow?: 'go-on' | 'release' | 'advance' | 'mend';
  readonly customerPool?: boolean;
  readonly staffPool?: boolean;
  readonly parked?: boolean;
  readonly due?: boolean;
  /** Native code that exists for x86-64 only. */
  readonly x86?: boolean;
}

/** A command: reads and writes records, opens personal parts, claims. */
const COMMANDS = { records: 'read-write', personal: true, macs: true } as const;

export const FUNCTIONS: Readonly<Record<string, FunctionEntry>> = {
  'api/guides': { records: 'read' },
  'api/sign-in': { transient: true, customerPool: true, macs: true },
  'api/staff-sign-in': { transient: true, staffPool: true },
  'api/applications': {
    ...COMMANDS,
    uploads: 'offer',
    documents: 'read',
    archive: 'read',
    customerPool: true,
  },
  'api/tracking': { records: 'read', personal: true, transient: true },
  'api/verification': { records: 'read', transient: true },
  'api/cases': { ...COMMANDS, transient: true, documents: 'read', archive: 'read' },
  'api/people': { ...COMMANDS, transient: true, staffPool: true },
  'api/outside': { records: 'read' },
  'api/description': {},
  'workflow/ask-stage': { records: 'read-write', timeoutSeconds: 30, workflow: 'go-on' },
  'workflow/check-application': { ...COMMANDS, timeoutSeconds: 30 },
  'workflow/assign-reviewer': { ...COMMANDS, timeoutSeconds: 30 },
  'workflow/open-step': { ...COMMANDS, timeoutSeconds: 30, workflow: 'release' },
  'workflow/make-certificate': {
    ...COMMANDS,
    archive: 'write',
    timeoutSeconds: 60,
    memoryMegabytes: 1024,
    x86: true,
  },
  'workflow/send-result': { ...COMMANDS, timeoutSeconds: 30, workflow: 'release' },
  'workflow/file-record': { ...COMMANDS, archive: 'write', documents: 'read', timeoutSeconds: 60 },
  'workflow/wait-for-person': {
    records: 'read-write',
    personal: true,
    workflow: 'release',
    timeoutSeconds: 30,
  },
  'events/relay': { records: 'read-write', bus: true, parked: true, timeoutSeconds: 60 },
  'events/deliver-message': { ...COMMANDS, mail: true, sms: true, timeoutSeconds: 30 },
  'events/delivery-report': { ...COMMANDS, timeoutSeconds: 30 },
  'events/follow-up': { ...COMMANDS, timeoutSeconds: 30 },
  'events/inspect-document': { ...COMMANDS, uploads: 'inspect', timeoutSeconds: 60, memoryMegabytes: 1024 },
  'events/advance-workflow': {
    records: 'read-write',
    personal: true,
    workflow: 'advance',
    timeoutSeconds: 30,
  },
  'events/workflow-status': { records: 'read-write', personal: true, workflow: 'mend', timeoutSeconds: 30 },
  'events/sweep-deadlines': { records: 'read', due: true, timeoutSeconds: 55 },
  'events/perform-due': { ...COMMANDS, parked: true, timeoutSeconds: 30 },
  'events/reconcile': {
    records: 'read-write',
    personal: true,
    bus: true,
    parked: true,
    workflow: 'mend',
    timeoutSeconds: 300,
  },
  'events/define-sign-in': {},
  'events/send-sign-in-code': { transient: true, mail: true, sms: true },
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
