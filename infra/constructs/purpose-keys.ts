import { Duration, Fn, type RemovalPolicy, Stack } from 'aws-cdk-lib';
import { type Conditions, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { type KeyCondition, POLICY_EDGES } from '../edges.ts';
import { replicaKeyExport } from '../names.ts';

/** What each key is for; one purpose, one key, so that a grant says what it opens. */
export const KEY_PURPOSES = {
  table: 'Records at rest',
  personal: 'Data keys of records: names, contacts, answers',
  documents: 'Uploaded documents',
  archive: 'Certificates and filed papers',
  messages: 'Topics and queues',
  logs: 'Log groups',
  backup: 'Backups in their vaults',
  trail: 'The trail of who called AWS',
  index: 'Blind index of personal values (HMAC; rotated by version and re-index)',
  claims: 'Unique things and record ids (HMAC; never rotated)',
  signing: 'Digests, receipts and certificates (ECDSA P-256; its public half is published)',
} as const;

export type KeyPurpose = keyof typeof KEY_PURPOSES;
export type KeysByPurpose = Readonly<Record<KeyPurpose, IKey>>;

/** One of something for each key. */
export function byPurpose<T>(make: (purpose: KeyPurpose) => T): Readonly<Record<KeyPurpose, T>> {
  return {
    table: make('table'),
    personal: make('personal'),
    documents: make('documents'),
    archive: make('archive'),
    messages: make('messages'),
    logs: make('logs'),
    backup: make('backup'),
    trail: make('trail'),
    index: make('index'),
    claims: make('claims'),
    signing: make('signing'),
  };
}

/**
 * The keys as another stack sees them: fixed. Otherwise a construct there adds statements about itself to a policy in
 * the keys' stack, which then depends on the stack it must come before. What services need stands in edges.ts.
 */
export function fixedKeys(scope: Construct, keys: KeysByPurpose): KeysByPurpose {
  return byPurpose((purpose) => Key.fromKeyArn(scope, `key-${purpose}`, keys[purpose].keyArn));
}

/** The replicas of the keys in the second region, known there by the names under which they are exported. */
export function replicaKeys(scope: Construct, stage: string): KeysByPurpose {
  return byPurpose((purpose) =>
    Key.fromKeyArn(scope, `key-${purpose}`, Fn.importValue(replicaKeyExport(stage, purpose))),
  );
}

/** A multi-Region key has one id in all of its regions. */
export function keyArnIn(stack: Stack, region: string, { keyId }: IKey): string {
  return stack.formatArn({ service: 'kms', region, resource: 'key', resourceName: keyId });
}

/** What the key's policy says of the services of edges.ts, for the region of the stack: replicas have policies of their own. */
export function edgeStatements(
  purpose: KeyPurpose,
  { region, account, partition }: Stack,
): PolicyStatement[] {
  const conditions: Readonly<Record<KeyCondition, Conditions>> = {
    'our-account': { StringEquals: { 'aws:SourceAccount': account } },
    'our-log-groups': {
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*`,
      },
    },
    'our-trails': {
      ArnLike: { 'aws:SourceArn': `arn:${partition}:cloudtrail:${region}:${account}:trail/*` },
    },
    none: {},
  };
  return POLICY_EDGES.filter(({ key }) => key === purpose).map(
    ({ service, statement, actions, condition }) =>
      new PolicyStatement({
        sid: statement,
        principals: [new ServicePrincipal(service.replace('{region}', region))],
        actions: [...actions],
        resources: ['*'],
        conditions: conditions[condition],
      }),
  );
}

const MAC = { keySpec: KeySpec.HMAC_256, keyUsage: KeyUsage.GENERATE_VERIFY_MAC };

/** What is no key for encryption; KMS turns none of these by itself, and a turned signing key would have another name. */
const SPECIAL: Readonly<Partial<Record<KeyPurpose, { keySpec: KeySpec; keyUsage: KeyUsage }>>> = {
  index: MAC,
  claims: MAC,
  signing: { keySpec: KeySpec.ECC_NIST_P256, keyUsage: KeyUsage.SIGN_VERIFY },
};

export interface PurposeKeysProps {
  readonly stage: string;
  readonly removal: RemovalPolicy;
}

/** One multi-Region customer key per purpose, with the statement of every service that must use it. */
export class PurposeKeys extends Construct {
  readonly keys: KeysByPurpose;

  constructor(scope: Construct, id: string, { stage, removal }: PurposeKeysProps) {
    super(scope, id);
    this.keys = byPurpose((purpose) => this.#makeKey(purpose, stage, removal));
  }

  #makeKey(purpose: KeyPurpose, stage: string, removalPolicy: RemovalPolicy): Key {
    const key = new Key(this, purpose, {
      alias: `banli/${stage}/${purpose}`,
      description: KEY_PURPOSES[purpose],
      multiRegion: true,
      removalPolicy,
      pendingWindow: Duration.days(30),
      ...(SPECIAL[purpose] ?? { enableKeyRotation: true }),
    });
    for (const statement of edgeStatements(purpose, Stack.of(this))) key.addToResourcePolicy(statement);
    return key;
  }
}
