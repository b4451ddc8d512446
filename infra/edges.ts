import type { KeyPurpose } from './constructs/purpose-keys.ts';

export interface KeyEdge {
  readonly key: KeyPurpose;
  readonly service: string;
  /** Statement id: what the service does with the key. */
  readonly why: string;
  readonly actions: readonly string[];
}

const USE = ['kms:Decrypt', 'kms:GenerateDataKey*'];

/**
 * Every service that works under a customer key of ours on its own behalf, not through a role of ours. Without its
 * statement the edge fails silently on AWS (an event that never reaches its queue), and the local cloud does not show it.
 */
export const KEY_EDGES: readonly KeyEdge[] = [
  { key: 'messages', service: 'events.amazonaws.com', why: 'RulesPutToEncryptedQueues', actions: USE },
  { key: 'messages', service: 'sns.amazonaws.com', why: 'TopicsPutToEncryptedQueues', actions: USE },
  { key: 'messages', service: 'ses.amazonaws.com', why: 'MailReportsPublishToEncryptedTopic', actions: USE },
  {
    key: 'messages',
    service: 'cloudwatch.amazonaws.com',
    why: 'AlarmsPublishToEncryptedTopic',
    actions: USE,
  },
  { key: 'messages', service: 'scheduler.amazonaws.com', why: 'SchedulesPutToEncryptedQueues', actions: USE },
  {
    key: 'logs',
    service: 'logs.{region}.amazonaws.com',
    why: 'LogGroupsEncrypt',
    actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
  },
  {
    key: 'documents',
    service: 'malware-protection-plan.guardduty.amazonaws.com',
    why: 'ScanReadsUploads',
    actions: USE,
  },
];
