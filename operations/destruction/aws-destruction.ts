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
import type { RecordStore } from '../../functions/ports/record-store.ts';
import type { RelayStore } from '../../functions/ports/relay-store.ts';
import { messageIdsOf } from '../../functions/use-cases/relay/relay-record.ts';
import type { Item } from '../restore/compare-record.ts';
import { itemsOf } from '../restore/walk-tables.ts';
import { isFree, keepOnce, readAll, removeVersions, versionsUnder } from './stored-objects.ts';

const REPORTS = 'destruction/';

export interface DestructionNames {
  readonly table: string;
  readonly archive: string;
  readonly documents: string;
}

export interface DestructionClients {
  readonly documents: DynamoDBDocumentClient;
  readonly s3: S3Client;
  readonly store: Pick<RecordStore, 'newest'>;
  readonly relay: Pick<RelayStore, 'relayedUpTo'>;
}

/** Destroys in the stage's own table and buckets, with the operator's rights: no role of a function may do any of this. */
export class AwsDestruction implements Destruction {
  readonly #names: DestructionNames;
  readonly #clients: DestructionClients;

  constructor(names: DestructionNames, clients: DestructionClients) {
    this.#names = names;
    this.#clients = clients;
  }

  async papersAreFree(caseId: string): Promise<boolean> {
    const papers = await versionsUnder(this.#clients.s3, this.#names.archive, papersOf(caseId));
    const free = await Promise.all(papers.map((paper) => isFree(this.#clients.s3, paper)));
    return free.every(Boolean);
  }

  async isRelayed(ref: RecordRef): Promise<boolean> {
    const [upTo, kept] = [await this.#clients.relay.relayedUpTo(ref), await this.#clients.store.newest(ref)];
    return kept === undefined || (upTo !== undefined && !isLater(kept.newest, upTo));
  }

  /** The key first: whatever dies after that, nothing sealed is read again. */
  async shred(ref: RecordRef): Promise<number> {
    const pk = recordKey(ref);
    const items = await itemsOf(this.#clients.documents, this.#names.table, pk);
    const beside = items.map(({ sk }) => String(sk)).filter(goesWithTheKey);
    const sorted = beside.toSorted((one, other) => Number(isKey(other)) - Number(isKey(one)));
    for (const sk of sorted) await this.#delete(pk, sk);
    const messages = items.flatMap((item) => messagesOf(ref, item));
    for (const id of messages) await this.#delete(messageKey(id), SORT_KEY.message);
    return sorted.length + messages.length;
  }

  async removePapers(caseId: string, certificateIds: readonly string[]): Promise<number> {
    const { archive, documents } = this.#names;
    const { clean, quarantine, issued } = DOCUMENT_PREFIX;
    const places = [
      [archive, papersOf(caseId)],
      [documents, `${clean}${caseId}/`],
      [documents, `${quarantine}${caseId}/`],
      ...certificateIds.map((id) => [documents, `${issued}${id}.pdf`] as const),
    ] as const;
    let removed = 0;
    for (const [bucket, prefix] of places) removed += await removeVersions(this.#clients.s3, bucket, prefix);
    return removed;
  }

  async keepReport(report: DestructionReport): Promise<void> {
    const text = JSON.stringify(report);
    const key = `${REPORTS}${report.listId}-${hash('sha256', text)}.json`;
    await keepOnce(this.#clients.s3, this.#names.archive, key, text);
  }

  async reports(): Promise<readonly DestructionReport[]> {
    const texts = await readAll(this.#clients.s3, this.#names.archive, REPORTS);
    return texts.map((text): DestructionReport => JSON.parse(text));
  }

  async #delete(pk: string, sk: string): Promise<void> {
    await this.#clients.documents.send(
      new DeleteCommand({
        TableName: this.#names.table,
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
