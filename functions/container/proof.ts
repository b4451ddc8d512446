import { KMSClient } from '@aws-sdk/client-kms';
import { DynamoDbProofLog } from '../adapters/dynamodb/proof-log.ts';
import { DynamoDbReceipts } from '../adapters/dynamodb/receipts.ts';
import { KmsSigner } from '../adapters/kms/kms-signer.ts';
import { configured } from '../config.ts';
import { makeDigests, sha256Bytes } from './digests.ts';
import type { makeRecords } from './records.ts';

/** What seals days and proves what is in them. */
export function makeProof({ client }: Pick<ReturnType<typeof makeRecords>, 'client'>) {
  const table = configured('recordsTable');
  const digests = makeDigests();
  return {
    digests,
    signer: makeSigner(digests),
    log: new DynamoDbProofLog(client, table),
    receipts: new DynamoDbReceipts(client, table),
    timeZone: configured('timeZone'),
    sha256: sha256Bytes,
  };
}

export function makeSigner(keys = makeDigests(), client = new KMSClient({})) {
  return new KmsSigner(client, configured('signingKeyId'), keys);
}
