/** A stack as CloudFormation describes it, and what of it stays when it goes. */
export interface StandingStack {
  readonly region: string;
  readonly name: string;
  readonly resources: readonly StandingResource[];
}

export interface StandingResource {
  readonly type: string;
  readonly logicalId: string;
  readonly physicalId: string;
  /** `DeletionPolicy: Retain` in its template. */
  readonly kept: boolean;
}

/** What must go first, for something that goes later is used by it. What is not named goes before the data. */
const ORDER = [
  ...['edge', 'watch', 'watch-second', 'backup', 'backup-copies', 'pool-guard', 'pool-guard-second'],
  ...['service', 'service-second', 'malware-scan', 'malware-scan-second'],
];
const LAST = ['data-second', 'data-join', 'data', 'keys-replica', 'keys'];

/** The stacks in the order in which they can be removed. */
export function inOrderOfRemoval(stage: string, stacks: readonly StandingStack[]): readonly StandingStack[] {
  const rank = ({ name }: StandingStack) => {
    const part = name.slice(`banli-${stage}-`.length);
    if (LAST.includes(part)) return ORDER.length + 1 + LAST.indexOf(part);
    return ORDER.includes(part) ? ORDER.indexOf(part) : ORDER.length;
  };
  return stacks.toSorted((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
}

/** Why a kind of thing outlives its stage, and by whose hand it may go after. */
const KEPT_BECAUSE: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::GlobalTable':
    'records of people: retention runs on (檔案法); deletion protection is taken off by hand when the list of destruction is signed',
  'AWS::S3::Bucket':
    'papers, digests or the trail: locked objects cannot go before their time, the others go by the list of destruction',
  'AWS::KMS::Key':
    'opens what is kept; deleted 30 days after `aws kms schedule-key-deletion`, and everything under it is unreadable then',
  'AWS::KMS::ReplicaKey': 'opens what is kept in the second region; goes before its primary',
  'AWS::Cognito::UserPool':
    'logins by which acts on record are proved; deletion protection is taken off by hand',
  'AWS::Logs::LogGroup':
    'logs have to be kept for six months at least (網絡安全法 §23(3)); they end by themselves',
  'AWS::Backup::BackupVault': 'backups are locked until their last day; the vault goes when it is empty',
};

export interface Kept extends StandingResource {
  readonly region: string;
  readonly why: string;
}

/** Everything that is there when the stacks are gone, each with its reason; a kind without one is a defect of this table. */
export function keptOf(stacks: readonly StandingStack[]): readonly Kept[] {
  return stacks.flatMap(({ region, resources }) =>
    resources
      .filter(({ kept }) => kept)
      .map((one) => ({
        ...one,
        region,
        why:
          KEPT_BECAUSE[one.type] ?? 'NO REASON IS KNOWN: look at its template before you keep or remove it',
      })),
  );
}

/** One line for each kind and region, with how many and the first few names. */
export function linesOfKept(kept: readonly Kept[]): readonly string[] {
  const groups = Map.groupBy(kept, ({ region, type }) => `${region} ${type}`);
  return [...groups].flatMap(([key, [first, ...others]]) =>
    first === undefined
      ? []
      : [
          `• ${key} × ${others.length + 1}: ${first.why}`,
          ...[first, ...others].map((one) => `    ${one.physicalId}`),
        ],
  );
}
