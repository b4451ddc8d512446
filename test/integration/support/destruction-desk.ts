import { GetObjectLegalHoldCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { call, expectOk, newKey } from './api-calls.ts';
import { cloud } from './cloud.ts';
import { eventually } from './connect.ts';
import type { journeyBench } from './journey-bench.ts';
import { oldCase } from './old-case.ts';

export const LISTS = '/staff/archive/destruction-lists';

/** An old case, and the three colleagues who may put it on a list and let the list through. */
export async function destructionDesk(bench: ReturnType<typeof journeyBench>) {
  const caseId = await oldCase(cloud);
  const [author, reviewer, archivist] = await Promise.all(
    ['counter', 'supervisor', 'archivist'].map((name) => bench.staff(name)),
  );
  const tokenOf = { author: author?.token, reviewer: reviewer?.token, archivist: archivist?.token };
  const draft = () =>
    call('POST', LISTS, tokenOf.author, { caseIds: [caseId], appraisal: '保管期滿，無續存價值' }, newKey());
  const act = async (who: keyof typeof tokenOf, listId: string, what: string, text?: string) => {
    const { version } = await expectOk(call('GET', `${LISTS}/${listId}`, tokenOf[who]), 'list');
    const body = { seenVersion: version, ...(text && { text }) };
    return call('POST', `${LISTS}/${listId}/${what}`, tokenOf[who], body, newKey());
  };
  const approved = async (): Promise<string> => {
    const { listId } = await expectOk(draft(), 'draft');
    await expectOk(act('reviewer', listId, 'review'), 'review');
    await expectOk(act('archivist', listId, 'approve'), 'approve');
    return listId;
  };
  return { caseId, tokenOf, draft, act, approved };
}

export async function papersOf(caseId: string) {
  const Bucket = cloud.output('ArchiveBucketName');
  const { Versions = [] } = await cloud.clients.s3.send(
    new ListObjectVersionsCommand({ Bucket, Prefix: `cases/${caseId}/` }),
  );
  return Versions.map(({ Key = '', VersionId = '' }) => ({ Bucket, Key, VersionId }));
}

/** The consumer takes the hold off once it has read that the case is filed and its day is over. */
export async function released(caseId: string): Promise<void> {
  await eventually('the hold to go', async () => {
    const [paper] = await papersOf(caseId);
    if (paper === undefined) return undefined;
    const { LegalHold } = await cloud.clients.s3.send(new GetObjectLegalHoldCommand(paper));
    return LegalHold?.Status === 'OFF' ? true : undefined;
  });
}
