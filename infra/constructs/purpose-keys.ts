import { Duration, type RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { KEY_EDGES } from '../edges.ts';

/** What each key is for; one purpose, one key, so that a grant says what it opens. */
export const KEY_PURPOSES = {
  table: 'Records at rest',
  personal: 'Data keys of records: names, contacts, answers',
  documents: 'Uploaded documents',
  archive: 'Certificates and filed papers',
  messages: 'Topics and queues',
  logs: 'Log groups',
  index: 'Blind index of personal values (HMAC; rotated by version and re-index)',
  claims: 'Unique things and record ids (HMAC; never rotated)',
} as const;

export type KeyPurpose = keyof typeof KEY_PURPOSES;
export type KeysByPurpose = Readonly<Record<KeyPurpose, IKey>>;

/**
 * The keys as another stack sees them: fixed. Otherwise a construct there adds statements about itself to a policy in
 * the keys' stack, which then depends on the stack it must come before. What services need stands in edges.ts.
 */
export function fixedKeys(scope: Construct, keys: KeysByPurpose): KeysByPurpose {
  const fixed = (purpose: KeyPurpose) => Key.fromKeyArn(scope, `key-${purpose}`, keys[purpose].keyArn);
  return {
    table: fixed('table'),
    personal: fixed('personal'),
    documents: fixed('documents'),
    archive: fixed('archive'),
    messages: fixed('messages'),
    logs: fixed('logs'),
    index: fixed('index'),
    claims: fixed('claims'),
  };
}

const MAC_PURPOSES: ReadonlySet<KeyPurpose> = new Set<KeyPurpose>(['index', 'claims']);

export interface PurposeKeysProps {
  readonly stage: string;
  readonly removal: RemovalPolicy;
}

/** One multi-Region customer key per purpose, with the statement of every service that must use it. */
export class PurposeKeys extends Construct {
  readonly keys: KeysByPurpose;

  constructor(scope: Construct, id: string, { stage, removal }: PurposeKeysProps) {
    super(scope, id);
    const make = (purpose: KeyPurpose) => this.#makeKey(purpose, stage, removal);
    this.keys = {
      table: make('table'),
      personal: make('personal'),
      documents: make('documents'),
      archive: make('archive'),
      messages: make('messages'),
      logs: make('logs'),
      index: make('index'),
      claims: make('claims'),
    };
  }

  #makeKey(purpose: KeyPurpose, stage: string, removalPolicy: RemovalPolicy): Key {
    const mac = MAC_PURPOSES.has(purpose);
    const key = new Key(this, purpose, {
      alias: `banli/${stage}/${purpose}`,
      description: KEY_PURPOSES[purpose],
      multiRegion: true,
      removalPolicy,
      pendingWindow: Duration.days(30),
      ...(mac
        ? { keySpec: KeySpec.HMAC_256, keyUsage: KeyUsage.GENERATE_VERIFY_MAC }
        : { enableKeyRotation: true }),
    });
    for (const { service, why, actions } of KEY_EDGES.filter((edge) => edge.key === purpose)) {
      key.addToResourcePolicy(
        new PolicyStatement({
          sid: why,
          effect: Effect.ALLOW,
          principals: [new ServicePrincipal(service.replace('{region}', Stack.of(this).region))],
          actions: [...actions],
          resources: ['*'],
          conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
        }),
      );
    }
    return key;
  }
}
