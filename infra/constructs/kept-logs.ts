import type { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

export interface KeptLogsProps {
  readonly key: IKey;
  readonly retention: RetentionDays;
  readonly removal: RemovalPolicy;
  /** Names by `logGroupName` and `deliveredLogGroupName`. */
  readonly names: readonly string[];
}

/**
 * The log groups of a stage. The law asks for six months of logs, and what writes them may be destroyed at any time: so
 * they stand with the data, and writers find them by name.
 */
export class KeptLogs extends Construct {
  constructor(scope: Construct, id: string, { key, retention, removal, names }: KeptLogsProps) {
    super(scope, id);
    for (const logGroupName of names) {
      new LogGroup(this, logGroupName, {
        logGroupName,
        encryptionKey: key,
        retention,
        removalPolicy: removal,
      });
    }
  }
}

/** Where a function writes, as in `/banli/prod/events/relay`. */
export function logGroupName(stage: string, folder: string): string {
  return `/banli/${stage}/${folder}`;
}

/**
 * Where AWS itself writes for us (API, state machine). Under this prefix its log delivery needs no statement of its own
 * in the account's one resource policy, which holds few.
 */
export function deliveredLogGroupName(stage: string, writer: string): string {
  return `/aws/vendedlogs/banli/${stage}/${writer}`;
}

export const DELIVERED_LOGS = ['api-access', 'case-workflow'] as const;
