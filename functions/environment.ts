/** The environment variables of the functions: set by infra/, read by functions/config.ts, spelled nowhere else. */
export const ENVIRONMENT = {
  stage: 'BANLI_STAGE',
  /** Set by Lambda itself. */
  region: 'AWS_REGION',
  homeRegion: 'HOME_REGION',
  /** `required`: only what came through the edge is answered; `none`: the stage has none. */
  edge: 'EDGE',
  consistency: 'CONSISTENCY',
  recordsTable: 'RECORDS_TABLE',
  transientTable: 'TRANSIENT_TABLE',
  personalKeyId: 'PERSONAL_KEY_ID',
  indexKeyId: 'INDEX_KEY_ID',
  claimsKeyId: 'CLAIMS_KEY_ID',
  signingKeyId: 'SIGNING_KEY_ID',
  documentsBucket: 'DOCUMENTS_BUCKET',
  archiveBucket: 'ARCHIVE_BUCKET',
  archiveLock: 'ARCHIVE_LOCK',
  digestsBucket: 'DIGESTS_BUCKET',
  eventBus: 'EVENT_BUS',
  stateMachine: 'STATE_MACHINE_ARN',
  /** Tells one definition of the state machine from another. */
  machineRevision: 'MACHINE_REVISION',
  parkedQueue: 'PARKED_QUEUE_URL',
  dueQueue: 'DUE_QUEUE_URL',
  mailSender: 'MAIL_SENDER',
  mailConfiguration: 'MAIL_CONFIGURATION_SET',
  /** `sns`, or the gateway as JSON: address, sender, and its secret sealed. */
  smsGateway: 'SMS_GATEWAY',
  portalUrl: 'PORTAL_URL',
  hotline: 'HOTLINE',
  timeZone: 'TIME_ZONE',
  halls: 'HALLS',
  customerPoolId: 'CUSTOMER_POOL_ID',
  customerClientId: 'CUSTOMER_CLIENT_ID',
  staffPoolId: 'STAFF_POOL_ID',
  staffClientId: 'STAFF_CLIENT_ID',
  /** `none`, or the provider by which staff sign in as JSON: issuer, client, where it sends back. */
  staffProvider: 'STAFF_PROVIDER',
  malwareScan: 'MALWARE_SCAN',
  backupVault: 'BACKUP_VAULT',
} as const;

/** What lies where in the bucket of digests. */
export const DIGEST_PREFIX = { keys: 'keys/', days: 'days/', leaves: 'leaves/' } as const;

/** Where uploads lie before and after they were inspected; grants and the scan go by these, so infra/ spells them too. */
export const DOCUMENT_PREFIX = { quarantine: 'quarantine/', clean: 'clean/', issued: 'issued/' } as const;

/** Metrics of our own; whoever publishes and whoever watches spell it here. */
export const MEASURES_NAMESPACE = 'Banli';
/** Partition key of the item that says by which words the edge is known; a grant names it. */
export const EDGE_SECRET_ITEM = 'JOB#edge-secret';

export type EnvironmentName = keyof typeof ENVIRONMENT;
