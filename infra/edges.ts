import type { KeyPurpose } from './constructs/purpose-keys.ts';

/** Whose word the key's policy takes that the service acts for us: as the service's documentation says it tells KMS. */
export type KeyCondition = 'our-account' | 'our-log-groups' | 'our-trails' | 'none';

interface Edge {
  readonly key: KeyPurpose;
  readonly from: string;
  readonly to: string;
  readonly actions: readonly string[];
}

/** A service that uses the key in its own name: the key's policy must have this statement. */
export interface PolicyEdge extends Edge {
  readonly service: string;
  readonly statement: string;
  readonly condition: KeyCondition;
}

/** A service that takes on a role of ours: the role must have these actions on the key. */
export interface RoleEdge extends Edge {
  readonly role: string;
  /** Which of the roles that the service takes on, by the start of its logical id; all of them unless said. */
  readonly construct?: string;
}

const USE = ['kms:Decrypt', 'kms:GenerateDataKey*'];

/**
 * Every service that works under a customer key of ours. Without its permission such an edge fails silently on AWS (an
 * event that never reaches its queue), and the local cloud does not show it. A test holds both tables to the templates.
 */
export const POLICY_EDGES: readonly PolicyEdge[] = [
  {
    key: 'messages',
    from: 'rules of the bus',
    to: 'queues of consumers',
    service: 'events.amazonaws.com',
    statement: 'RulesPutToEncryptedQueues',
    actions: USE,
    // EventBridge names neither account nor rule to KMS; the queue's own policy names both.
    condition: 'none',
  },
  {
    key: 'messages',
    from: 'topic of mail reports',
    to: 'queue "delivery-report"',
    service: 'sns.amazonaws.com',
    statement: 'TopicsPutToEncryptedQueues',
    actions: USE,
    condition: 'our-account',
  },
  {
    key: 'messages',
    from: 'mail',
    to: 'topic of mail reports',
    service: 'ses.amazonaws.com',
    statement: 'MailReportsPublishToEncryptedTopic',
    actions: USE,
    // Not documented for SES; the topic's own policy names the account.
    condition: 'none',
  },
  {
    key: 'messages',
    from: 'alarms',
    to: 'topic of alarms',
    service: 'cloudwatch.amazonaws.com',
    statement: 'AlarmsPublishToEncryptedTopic',
    actions: USE,
    condition: 'our-account',
  },
  {
    key: 'logs',
    from: 'functions, workflow, API',
    to: 'log groups',
    service: 'logs.{region}.amazonaws.com',
    statement: 'LogGroupsEncrypt',
    actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
    condition: 'our-log-groups',
  },
  {
    key: 'trail',
    from: 'trail',
    to: 'bucket of the trail',
    service: 'cloudtrail.amazonaws.com',
    statement: 'TrailEncrypts',
    actions: ['kms:GenerateDataKey*', 'kms:DescribeKey'],
    condition: 'our-trails',
  },
];

const REPLICATED = [
  ['documents', 'documents'],
  ['archive', 'archive'],
  ['digests', 'archive'],
] as const;

export const ROLE_EDGES: readonly RoleEdge[] = [
  {
    key: 'messages',
    from: 'schedules',
    to: 'queue of failed schedules',
    role: 'scheduler.amazonaws.com',
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
  },
  {
    key: 'messages',
    from: 'stream that could not be read',
    to: 'queue "parked"',
    role: 'lambda.amazonaws.com',
    actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
  },
  {
    key: 'documents',
    from: 'malware scan',
    to: 'uploads in quarantine',
    role: 'malware-protection-plan.guardduty.amazonaws.com',
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
  },
  ...REPLICATED.map(([bucket, key]) => ({
    key,
    from: `bucket "${bucket}"`,
    to: 'the same of the other region',
    role: 's3.amazonaws.com',
    construct: `replicate${bucket}role`,
    actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
  })),
  ...(['table', 'documents', 'archive'] as const).map((key) => ({
    key,
    from: `backup of what is under key "${key}"`,
    to: 'vault',
    role: 'backup.amazonaws.com',
    construct: 'role',
    actions: ['kms:Decrypt', 'kms:DescribeKey'],
  })),
  {
    key: 'backup',
    from: 'backup',
    to: 'vault and its copy',
    role: 'backup.amazonaws.com',
    construct: 'role',
    actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
  },
  {
    key: 'backup',
    from: 'vault',
    to: 'restore test',
    role: 'backup.amazonaws.com',
    construct: 'restoretestrole',
    actions: ['kms:Decrypt', 'kms:DescribeKey'],
  },
  ...(['table', 'documents'] as const).map((key) => ({
    key,
    from: 'restore test',
    to: `what is born under key "${key}"`,
    role: 'backup.amazonaws.com',
    construct: 'restoretestrole',
    actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
  })),
];
