import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';

import type {
  BackupConfig,
  EdgeConfig,
  SmsGatewayConfig,
  StaffProviderConfig,
  WatchConfig,
} from './guard-config.ts';
import { ASIA, regionFault, type SecondRegion, TOKYO_OSAKA } from './regions.ts';

export type { BackupConfig, EdgeConfig, WatchConfig };

export const STAGES = ['local', 'dev', 'prod'] as const;
export type Stage = (typeof STAGES)[number];

/** From where on a person is called. */
export interface AlarmThresholds {
  readonly queueAgeSeconds: number;
  /** Age of the oldest version that the relay has not read. */
  readonly relayLagSeconds: number;
  /** Answers 5xx in five minutes. */
  readonly apiFaults: number;
  /** Requests that the firewall of the edge refused, in five minutes. */
  readonly blockedRequests: number;
  /** Broken executions in fifteen minutes; each begins again by itself, so one is no reason to call. */
  readonly brokenExecutions: number;
  /** Share of mails; SES reviews an account at 5 % bounces and 0.1 % complaints. */
  readonly bounceRate: number;
  readonly complaintRate: number;
}

const USUAL_THRESHOLDS: AlarmThresholds = {
  queueAgeSeconds: 300,
  relayLagSeconds: 60,
  apiFaults: 5,
  blockedRequests: 1000,
  brokenExecutions: 5,
  bounceRate: 0.03,
  complaintRate: 0.0005,
};

export interface StageConfig {
  readonly stage: Stage;
  /** Where citizens' data may be: no bucket, replica, log or mail identity leaves it. */
  readonly jurisdiction: readonly string[];
  readonly region: string;
  /** Takes over with nothing lost; a table that holds data can no longer be given one with strong consistency. */
  readonly replica?: SecondRegion;
  /** The local cloud enforces IAM only over plain HTTP; everywhere else TLS is demanded by policy. */
  readonly enforceTls: boolean;
  /** Data outlives its stack everywhere but on a developer's machine. */
  readonly removal: RemovalPolicy;
  /** Law asks for at least six months of logs (網絡安全法 §23(3)). */
  readonly logRetention: RetentionDays;
  /** In compliance mode nobody at all can shorten the retention of the archive; a trial stage must be removable. */
  readonly archiveLock: 'COMPLIANCE' | 'GOVERNANCE';
  readonly halls: readonly string[];
  /** By whose clock the day's digest is sealed: the halls'. A test holds it against their calendars. */
  readonly timeZone: string;
  readonly mailSender: string;
  /** The local cloud checks the sending of mail and the release of a task against no resource; AWS checks every act. */
  readonly checksEveryResource: boolean;
  /** Who is told when an alarm rings. */
  readonly alarmMail: readonly string[];
  readonly alarmAt: AlarmThresholds;
  readonly portalUrl: string;
  /** Where pages that upload come from; each test's portal has a port of its own. */
  readonly portalOrigin: string;
  readonly hotline: string;
  /** Whether uploads are scanned by GuardDuty; elsewhere their content is checked, and the screen says so. */
  readonly malwareScan: boolean;
  /** Staff of a stage that names none sign in by its own pool. */
  readonly staffProvider?: StaffProviderConfig;
  /** SNS sends the text messages of a stage that names no gateway. */
  readonly sms?: SmsGatewayConfig;
  /** Where a stage has none, as the local one, its API answers everybody. */
  readonly edge?: EdgeConfig;
  /** Daily backups in a locked vault; the local cloud has none. */
  readonly backup?: BackupConfig;
  /** Trail, detector and budget of the account; the local cloud has none. */
  readonly watch?: WatchConfig;
  /** The oldest backup is so old: what was destroyed is gone for good when it has passed. */
  readonly backupKeptDays: number;
  /** Requests a second and at once, per stage of the API. */
  readonly throttle: { readonly rate: number; readonly burst: number };
}

const STAGE_CONFIGS: Readonly<Record<Stage, StageConfig>> = {
  local: {
    stage: 'local',
    jurisdiction: ASIA,
    region: 'ap-northeast-1',
    replica: TOKYO_OSAKA,
    enforceTls: false,
    removal: RemovalPolicy.DESTROY,
    logRetention: RetentionDays.SIX_MONTHS,
    archiveLock: 'COMPLIANCE',
    halls: ['hall-1'],
    timeZone: 'Asia/Shanghai',
    mailSender: 'hall@example.org',
    checksEveryResource: false,
    alarmMail: [],
    alarmAt: USUAL_THRESHOLDS,
    portalUrl: 'http://localhost:4300',
    portalOrigin: 'http://localhost:*',
    hotline: '12345',
    malwareScan: false,
    backupKeptDays: 0,
    throttle: { rate: 200, burst: 400 },
  },
  dev: {
    stage: 'dev',
    jurisdiction: ASIA,
    region: 'ap-northeast-1',
    replica: TOKYO_OSAKA,
    enforceTls: true,
    removal: RemovalPolicy.RETAIN,
    logRetention: RetentionDays.SIX_MONTHS,
    archiveLock: 'GOVERNANCE',
    halls: ['hall-1'],
    timeZone: 'Asia/Shanghai',
    mailSender: 'hall@dev.banli.example.org',
    checksEveryResource: true,
    alarmMail: ['operators@dev.banli.example.org'],
    alarmAt: USUAL_THRESHOLDS,
    portalUrl: 'https://dev.banli.example.org',
    portalOrigin: 'https://dev.banli.example.org',
    hotline: '12345',
    malwareScan: true,
    edge: {
      domain: 'dev.banli.example.org',
      zone: { id: 'Z0000000000EXAMPLE', name: 'banli.example.org' },
      mostRequests: { any: 3000, guessing: 100 },
    },
    backup: { lock: 'governance', dailyKeptDays: 35 },
    watch: { monthlyDollars: 200 },
    backupKeptDays: 95,
    throttle: { rate: 100, burst: 200 },
  },
  prod: {
    stage: 'prod',
    jurisdiction: ASIA,
    region: 'ap-northeast-1',
    replica: TOKYO_OSAKA,
    enforceTls: true,
    removal: RemovalPolicy.RETAIN,
    logRetention: RetentionDays.TWO_YEARS,
    archiveLock: 'COMPLIANCE',
    halls: ['hall-1'],
    timeZone: 'Asia/Shanghai',
    mailSender: 'hall@banli.example.org',
    checksEveryResource: true,
    alarmMail: ['operators@banli.example.org'],
    alarmAt: USUAL_THRESHOLDS,
    portalUrl: 'https://banli.example.org',
    portalOrigin: 'https://banli.example.org',
    hotline: '12345',
    malwareScan: true,
    edge: {
      domain: 'banli.example.org',
      zone: { id: 'Z0000000000EXAMPLE', name: 'banli.example.org' },
      mostRequests: { any: 3000, guessing: 100 },
    },
    backup: { lock: 'compliance', dailyKeptDays: 35 },
    watch: { monthlyDollars: 2000 },
    backupKeptDays: 400,
    throttle: { rate: 500, burst: 1000 },
  },
};

/** The configuration of a stage; refuses a name that is none, and a region outside the stage's jurisdiction. */
export function stageConfig(name: string): StageConfig {
  const stage = STAGES.find((one) => one === name);
  if (stage === undefined) throw new Error(`Unknown stage "${name}": use one of ${STAGES.join(', ')}`);
  const config = STAGE_CONFIGS[stage];
  const fault = regionFault(config);
  if (fault !== undefined) throw new Error(fault);
  return config;
}
