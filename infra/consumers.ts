import type { EventPattern } from 'aws-cdk-lib/aws-events';

export interface Consumer {
  readonly folder: string;
  /** Which events of our bus; a consumer without is filled by a function, a topic or AWS itself. */
  readonly pattern?: EventPattern;
  readonly batchSize?: number;
  readonly maxConcurrency?: number;
  readonly impact: string;
}

const fromRecords = (...detailType: readonly string[]): EventPattern => ({
  source: ['banli.records'],
  detailType: [...detailType],
});

/** One queue per consumer; who is slow or fails holds up nobody else. */
export const CONSUMERS = {
  'advance-workflow': {
    folder: 'events/advance-workflow',
    pattern: { ...fromRecords('version-written'), detail: { kind: ['case'] } },
    impact: 'Cases stand still between people: nobody is assigned, nothing is made or told.',
  },
  'workflow-status': {
    folder: 'events/workflow-status',
    impact: 'Broken workflow executions wait for the ten-minute round instead of beginning again at once.',
  },
  'deliver-message': {
    folder: 'events/deliver-message',
    pattern: fromRecords('message-due'),
    batchSize: 1,
    maxConcurrency: 5,
    impact: 'Customers do not hear of notices, acceptances and results.',
  },
  'delivery-report': {
    folder: 'events/delivery-report',
    impact: 'Failed messages are not noticed, so that the next channel is not tried.',
  },
  'follow-up': {
    folder: 'events/follow-up',
    pattern: fromRecords('follow-up-due'),
    impact: 'What must follow on another record waits: certificates, assignments, identities.',
  },
  'inspect-document': {
    folder: 'events/inspect-document',
    pattern: fromRecords('document-uploaded'),
    batchSize: 1,
    impact: 'Uploaded documents stay "being checked" and applications cannot be submitted.',
  },
  'lock-archive': {
    folder: 'events/lock-archive',
    pattern: {
      ...fromRecords('version-written'),
      detail: { kind: ['case'], event: ['archived', 'hold-placed', 'hold-lifted'] },
    },
    impact: 'Filed papers stay under the hold they were put with: kept, but for longer than the record says.',
  },
  'perform-due': {
    folder: 'events/perform-due',
    batchSize: 1,
    impact: 'Deadlines pass without their effect until somebody opens the case.',
  },
} as const satisfies Readonly<Record<string, Consumer>>;

export type ConsumerName = keyof typeof CONSUMERS;

export function consumerNames(): readonly ConsumerName[] {
  return Object.keys(CONSUMERS).filter((name): name is ConsumerName => name in CONSUMERS);
}
