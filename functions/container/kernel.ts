import { setTimeout as pause } from 'node:timers/promises';
import { KMSClient } from '@aws-sdk/client-kms';
import { type BlindIndexKeys, KmsBlindIndex } from '../adapters/kms/blind-index.ts';
import { KmsRecordKeys } from '../adapters/kms/record-keys.ts';
import { configured } from '../config.ts';
import { log, logFailure } from '../log.ts';
import type { RecordKernel } from '../use-cases/record/kernel.ts';
import { INDEX_VERSIONS_JOB, type IndexVersions, readIndexVersions } from '../use-cases/upkeep/re-index.ts';
import { makeRecords } from './records.ts';

/** The record kernel: the table, and the keys that open personal parts. */
export function makeKernel() {
  const records = makeRecords();
  const client = new KMSClient({});
  const keys = new KmsRecordKeys(client, configured('personalKeyId'));
  const kernel: RecordKernel = {
    store: records.store,
    keys,
    claims: records.claims,
    sha256: records.sha256,
    era: (now) => records.activeRegion.era(now),
    pauseBeforeRetry: (attempt) => pause(Math.random() * 40 * attempt),
    versionKept: ({ kind, id, epoch, version }) => log('VERSION_COMPLETED', { kind, id, epoch, version }),
    headLeftToRelay: ({ kind, id }, error) => logFailure('HEAD_LEFT', error, { kind, id }),
  };
  return { ...records, keys, kernel, kms: client };
}

/** Where people and their things must be found by value, or claimed. */
export function makeBlindIndex(
  client: KMSClient = new KMSClient({}),
  versions: BlindIndexKeys['versions'] = async () => ({ current: 1 }),
) {
  return new KmsBlindIndex(client, {
    indexKeyId: configured('indexKeyId'),
    versions,
    claimsKeyId: configured('claimsKeyId'),
  });
}

const VERSIONS_KEPT_MILLISECONDS = 60_000;

/** Which versions of the index key are in use, as the table says; a rotation is seen by everybody within a minute. */
export function makeIndexVersions({ leftOvers }: Pick<ReturnType<typeof makeRecords>, 'leftOvers'>) {
  let kept: { readonly until: number; readonly versions: IndexVersions } | undefined;
  return async (): Promise<IndexVersions> => {
    if (kept !== undefined && kept.until > Date.now()) return kept.versions;
    const versions = readIndexVersions(await leftOvers.checkpoint(INDEX_VERSIONS_JOB));
    kept = { until: Date.now() + VERSIONS_KEPT_MILLISECONDS, versions };
    return versions;
  };
}
