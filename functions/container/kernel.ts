import { setTimeout as pause } from 'node:timers/promises';
import { KMSClient } from '@aws-sdk/client-kms';
import { KmsBlindIndex } from '../adapters/kms/blind-index.ts';
import { KmsRecordKeys } from '../adapters/kms/record-keys.ts';
import { configured } from '../config.ts';
import { log, logFailure } from '../log.ts';
import type { RecordKernel } from '../use-cases/record/kernel.ts';
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
export function makeBlindIndex(client: KMSClient = new KMSClient({})) {
  return new KmsBlindIndex(client, {
    indexKeyId: configured('indexKeyId'),
    indexKeyVersion: 1,
    claimsKeyId: configured('claimsKeyId'),
  });
}
