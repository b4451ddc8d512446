import { hash } from 'node:crypto';
import type { S3Client } from '@aws-sdk/client-s3';
import { DeleteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { keptVersionOf } from '../../functions/adapters/dynamodb/items.ts';
import { messageKey, recordKey, SORT_KEY, VERSION_PREFIX } from '../../functions/adapters/dynamodb/keys.ts';
import { readClearPart } from '../../functions/domain/record/read-version.ts';
import { isLater, type RecordRef } from '../../functions/domain/record/version.ts';
import { DOCUMENT_PREFIX } from '../../functions/environment.ts';
import { papersOf } from '../../functions/ports/archive.ts';
import type { Destruction, DestructionReport } from '../../functions/ports/destruction.ts';
import { copiesOf } from '../../functions/ports/documents.ts';
import type { RecordStore } from '../../functions/ports/record-store.ts';
import type { RelayStore } from '../../functions/ports/relay-store.ts';
import { messageIdsOf } from '../../functions/use-cases/relay/relay-record.ts';
import type { Item } from '../restore/compare-record.ts';
import { itemsOf } from '../restore/walk-tables.ts';
import { isFree, keepOnce, readAll, removeVersions, versionsUnder } from './stored-objects.ts';

const REPORTS = 'destruction/';

/** The buckets of one region; what was replicated is deleted in each, since S3 replicates no deletion of a version. */
export interface RegionalBuckets {
  readonly s3: S3Client;
  readonly archive: string;
  readonly documents: string;
}

export interface DestructionPlaces {
  readonly table: string;
  /** The stage's first region first: reports are kept there, and replicated. */
  readonly regions: readonly [RegionalBuckets, ...RegionalBuckets[]];
}

export interface DestructionClients {
  readonly documents: DynamoDBDocumentClient;
  readonly store: Pick<RecordStore, 'newest'>;
  readonly relay: Pick<RelayStore, 'relayedUpTo'>;
}

/** Destroys in the stage's own table and buckets, with the operator's rights: no role of a function may do any of this. */
export class AwsDestruction implements Destruction {
  readonly #places: DestructionPlaces;
  readonly #clients: DestructionClients;

  constructor(places: DestructionPlaces, clients: DestructionClients) {
    this.#places = places;
    this.#clients = clients;
  }

  async papersAreFree(caseId: string): Promise<boolean> {
    for (const { s3, archive } of this.#places.regions) {
      const papers = await versionsUnder(s3, archive, papersOf(caseId));
      const free = await Promise.all(papers.map((paper) => isFree(s3, paper)));
      if (!free.every(Boolean)) return false;
    }
    return true;
  }

  async isRelayed(ref: RecordRef): Promise<boolean> {
    const [upTo, kept] = [await this.#clients.relay.relayedUpTo(ref), await this.#clients.store.newest(ref)];
    return kept === undefined || (upTo !== undefined && !isLater(kept.newest, upTo));
  }

  /** The key first: whatever dies after that, nothing sealed is read again. */
  async shred(ref: RecordRef): Promise<number> {
    const pk = recordKey(ref);
    const items = await itemsOf(this.#clients.documents, this.#places.table, pk);
    const beside = items.map(({ sk }) => String(sk)).filter(goesWithTheKey);
    const sorted = beside.toSorted((one, other) => Number(isKey(other)) - Number(isKey(one)));
    for (const sk of sorted) await this.#delete(pk, sk);
    const messages = items.flatMap((item) => messagesOf(ref, item));
    for (const id of messages) await this.#delete(messageKey(id), SORT_KEY.message);
    return sorted.length + messages.length;
  }

  async removePapers(caseId: string, certificateIds: readonly string[]): Promise<number> {
    const { clean, quarantine, issued } = DOCUMENT_PREFIX;
    const uploads = [`${clean}${caseId}/`, `${quarantine}${caseId}/`];
    const copies = certificateIds.map((id) => `${issued}${copiesOf(id)}`);
    let removed = 0;
    for (const { s3, archive, documents } of this.#places.regions) {
      removed += await removeVersions(s3, archive, papersOf(caseId));
      for (const prefix of [...uploads, ...copies]) removed += await removeVersions(s3, documents, prefix);
    }
    return removed;
  }

  async keepReport(report: DestructionReport): Promise<void> {
    const [{ s3, archive }] = this.#places.regions;
    const text = JSON.stringify(report);
    const key = `${REPORTS}${report.listId}-${hash('sha256', text)}.json`;
    await keepOnce(s3, archive, key, text);
  }

  async reports(): Promise<readonly DestructionReport[]> {
    const [{ s3, archive }] = this.#places.regions;
    const texts = await readAll(s3, archive, REPORTS);
    return texts.map((text): DestructionReport => JSON.parse(text));
  }

  async #delete(pk: string, sk: string): Promise<void> {
    await this.#clients.documents.send(
      new DeleteCommand({
        TableName: this.#places.table,
        Key: { pk, sk },
        // A version is never deleted, whoever asks: a slow writer would find its place free.
        ConditionExpression: 'NOT begins_with(sk, :version)',
        ExpressionAttributeValues: { ':version': VERSION_PREFIX },
      }),
    );
  }
}

function isKey(sk: string): boolean {
  return sk === SORT_KEY.dataKey;
}

/** Versions, access entries and the relay's mark stay: they hold nothing sealed, and say what was. */
function goesWithTheKey(sk: string): boolean {
  const alone: readonly string[] = [SORT_KEY.dataKey, SORT_KEY.head, SORT_KEY.draft, SORT_KEY.workflow];
  return alone.includes(sk) || sk.startsWith('find#') || sk.startsWith('body#');
}

function messagesOf(ref: RecordRef, item: Item): readonly string[] {
  if (!String(item.sk).startsWith(VERSION_PREFIX)) return [];
  const kept = keptVersionOf(item);
  return messageIdsOf(ref, kept, readClearPart(kept).messages.length);
}
