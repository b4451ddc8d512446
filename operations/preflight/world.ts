/** What AWS and the network say of a stage, as far as no template decides it. Each may throw: then it is not known. */
export interface World {
  /** Whether the CDK has what it deploys with in a region. */
  bootstrapped(region: string): Promise<boolean>;
  mail(region: string, domain: string): Promise<MailFacts>;
  sms(region: string): Promise<SmsFacts>;
  /** How many functions may run at once in a region. */
  functionsAtOnce(region: string): Promise<number>;
  /** Which types AWS Backup looks after in a region, as `DynamoDB`. */
  backupTypes(region: string): Promise<BackupFacts>;
  /** Whether a key by its alias is there and enabled; replicas have the alias of no region but the first. */
  keyEnabled(region: string, key: string): Promise<boolean>;
  /** `undefined` before the first deployment. */
  table(region: string, name: string): Promise<TableFacts | undefined>;
  /** Whether the domain leads somewhere, and until when its certificate is good (ISO), if it shows one. */
  domain(name: string): Promise<{ readonly leads: boolean; readonly certificateUntil?: string }>;
  administrators(): Promise<number>;
  /** When the pages that a region serves were published (ISO); `undefined` before the first time. */
  published(region: string): Promise<string | undefined>;
  /** How many of the edge's words stand; 0 before the first. */
  edgeWords(): Promise<number>;
}

export interface MailFacts {
  readonly perDay: number;
  readonly perSecond: number;
  readonly enabled: boolean;
  readonly verified: boolean;
  readonly signed: boolean;
}

export interface SmsFacts {
  readonly inSandbox: boolean;
  readonly monthlyDollars: number;
}

export interface BackupFacts {
  readonly optedIn: readonly string[];
  /** Types whose backups Backup encrypts and copies itself. */
  readonly fullyManaged: readonly string[];
}

export interface TableFacts {
  readonly consistency: 'strong' | 'eventual';
  readonly replicas: readonly { readonly region: string; readonly active: boolean }[];
  readonly deletionProtection: boolean;
}
