import { execFileSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { GetQueueAttributesCommand, paginateListQueues, SQSClient } from '@aws-sdk/client-sqs';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { headItemOf } from '../../../functions/adapters/dynamodb/head-item.ts';
import { versionItemOf } from '../../../functions/adapters/dynamodb/items.ts';
import { recordKey, SORT_KEY } from '../../../functions/adapters/dynamodb/keys.ts';
import { caseDefinition } from '../../../functions/domain/case/case.ts';
import type { Author } from '../../../functions/domain/record/version.ts';
import type { RecordKeys } from '../../../functions/ports/record-keys.ts';
import { giveCommand } from '../../../functions/use-cases/record/give-command.ts';
import { settingsFor } from '../../../local/aws.ts';
import { takeEnvironment } from '../../../local/seed/environment.ts';
import { givenAnswers } from '../../support/given/answers.ts';
import { makeTestKernel } from '../../support/kernel.ts';
import type { ConnectedCloud } from './connect.ts';

export interface LoadedCustomer {
  readonly token: string;
  readonly personId: string;
}

const PAPERS = ['identity', 'premises-lease'];
const scanner: Author = { kind: 'system', id: 'load' };

export interface ReadyDraft {
  readonly caseId: string;
  readonly owner: LoadedCustomer;
}

/**
 * Makes drafts that are ready to be handed in: the product's own kernel makes the versions in memory, under the real key,
 * and they are put as they are, relayed already. Only submitting is load, and what follows from it.
 */
export async function makeDrafts(cloud: ConnectedCloud) {
  takeEnvironment(cloud.endpoint, cloud.region, cloud.outputs);
  const { makeKernel } = await import('../../../functions/container/kernel.ts');
  const real = makeKernel();
  const table = cloud.output('RecordsTableName');
  const inForce = await real.references.serviceInForce('sole-trader-registration');
  const service = { id: 'sole-trader-registration', version: inForce?.version ?? 1 };
  return async (owner: LoadedCustomer): Promise<ReadyDraft> => {
    const ref = { kind: 'case', id: `load-${ulid().toLowerCase()}` } as const;
    const { kernel, store } = makeTestKernel({}, undefined, keysOf(real.keys));
    const now = new Date().toISOString();
    const customer = { kind: 'customer', id: owner.personId } as const;
    const give = (actor: Author, command: { type: string; [fact: string]: unknown }) =>
      giveCommand(kernel, caseDefinition, {
        ...{ id: ref.id, command, actor, now, key: `${command.type}/${command.fileId}` },
        reference: (current) => real.references.forCommand(current?.state ?? { service }),
      });
    const opened = await give(customer, { type: 'open-draft', hall: 'hall-1', language: 'zh-Hant' });
    if (!opened.done) throw new Error(opened.refusal.kind);
    for (const documentId of PAPERS) {
      const file = { fileName: '掃描.pdf', bytes: 1000, mediaType: 'application/pdf', objectVersion: 'v1' };
      await give(customer, { type: 'record-upload', fileId: documentId, documentId, ...file });
      await give(scanner, { type: 'record-scan', fileId: documentId, scan: 'clean', sha256: 'a'.repeat(64) });
    }
    const answers = JSON.stringify(givenAnswers({ email: `${owner.personId}@example.org` }));
    const sealed = opened.record.key?.seal({ part: 'draft', revision: 1 }, answers);
    const newest = await store.newest(ref);
    const head = store.heads.get(`case/${ref.id}`);
    if (sealed === undefined || newest === undefined || head === undefined)
      throw new Error('No draft was made');
    const beside = (sk: string, facts: object) => ({ pk: recordKey(ref), sk, ...ref, ...facts });
    const items = [
      ...(store.records.get(`case/${ref.id}`) ?? []).map((kept) => versionItemOf(ref, kept)),
      headItemOf(head, () => 1),
      beside(SORT_KEY.dataKey, { wrapped: newest.dataKey }),
      beside(SORT_KEY.draft, { revision: 1, savedAt: now, sealed }),
      beside(SORT_KEY.relayed, { epoch: 1, version: newest.newest.version }),
    ];
    // The mark first: the stream must find nothing left to relay.
    const requests = items.toReversed().map((Item) => ({ PutRequest: { Item } }));
    await cloud.clients.documents.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }));
    return { caseId: ref.id, owner };
  };
}

/** The real keys, as the kernel in memory takes them. */
function keysOf(keys: RecordKeys) {
  return { create: keys.create.bind(keys), open: keys.open.bind(keys), opened: () => 0 };
}

export interface Submitted {
  readonly caseId: string;
  /** Told to wait to the end, a client gives up: nobody promised anything. */
  readonly accepted: boolean;
  readonly tries: number;
  readonly milliseconds: number;
}

const BUSY = new Set([429, 502, 503, 504]);
const SEEN_VERSION = 5;
const MOST_TRIES = 12;

/** Hands one draft in, as a client does it: on "busy" it backs off, longer each time and by lot, and asks again by the same key; some time it gives up. */
export async function submit(apiUrl: string, { caseId, owner: { token } }: ReadyDraft): Promise<Submitted> {
  const begun = Date.now();
  for (let tries = 1; ; tries += 1) {
    const answer = await fetch(`${apiUrl}/me/cases/${caseId}/commands/submit`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': `submit-${caseId}`,
      },
      body: JSON.stringify({ seenVersion: SEEN_VERSION, revision: 1 }),
    }).catch(() => undefined);
    const milliseconds = Date.now() - begun;
    if (answer?.status === 200) return { caseId, accepted: true, tries, milliseconds };
    const busy = answer === undefined || BUSY.has(answer.status);
    if (!busy) throw new Error(`submit: ${answer.status} ${await answer.text()}`);
    if (tries === MOST_TRIES) return { caseId, accepted: false, tries, milliseconds };
    await wait(Math.random() * Math.min(8000, 200 * 2 ** tries));
  }
}

/** Everything that stands in any queue, dead letters too; what is being worked on counts. */
export async function queued(cloud: ConnectedCloud): Promise<Readonly<Record<string, number>>> {
  const sqs = new SQSClient(settingsFor(cloud.endpoint, cloud.region));
  const found: Record<string, number> = {};
  // The stage's own: tests listen at queues of theirs, which nobody works off.
  const own = { QueueNamePrefix: 'banli-' };
  for await (const { QueueUrls = [] } of paginateListQueues({ client: sqs }, own)) {
    for (const QueueUrl of QueueUrls) {
      const { Attributes = {} } = await sqs.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
      );
      const waiting = Number(Attributes.ApproximateNumberOfMessages ?? 0);
      const inHand = Number(Attributes.ApproximateNumberOfMessagesNotVisible ?? 0);
      if (waiting + inHand > 0) found[QueueUrl.split('/').at(-1) ?? ''] = waiting + inHand;
    }
  }
  return found;
}

/** What the workers of the functions hold, each at most so much: a leak shows in the largest. */
export function largestWorkerMegabytes({ folder }: ConnectedCloud): number {
  const lines = execFileSync('ps', ['-A', '-o', 'rss=,args='], { encoding: 'utf8' }).split('\n');
  const kilobytes = lines
    .filter((line) => line.includes(`${folder}/tmp/`))
    .map((line) => Number.parseInt(line, 10));
  return Math.round(Math.max(0, ...kilobytes) / 1024);
}
