import { createHash } from 'node:crypto';
import { caseDefinition } from '../../../functions/domain/case/case.ts';
import { destructionRefusal } from '../../../functions/domain/case/commands/destroy.ts';
import type { CaseCommand } from '../../../functions/domain/case/rule.ts';
import type { Author } from '../../../functions/domain/record/version.ts';
import { papersOf } from '../../../functions/ports/archive.ts';
import { giveCommand } from '../../../functions/use-cases/record/give-command.ts';
import { takeEnvironment } from '../../../local/seed/environment.ts';
import { givenAnswers } from '../../support/given/answers.ts';
import { givenDays } from '../../support/given/calendar.ts';
import { customer, system } from '../../support/given/case-story.ts';
import { givenService } from '../../support/given/service.ts';
import type { ConnectedCloud } from './connect.ts';

let cases = 0;

/**
 * A case that was withdrawn and filed in 2015, so that its ten years are over: no test can wait for one. It is made by the
 * product's own commands in this process, dated as if they had been given then; its paper was put under hold then too.
 */
export async function oldCase(cloud: ConnectedCloud): Promise<string> {
  takeEnvironment(cloud.endpoint, cloud.region, cloud.outputs);
  const { makeKernel } = await import('../../../functions/container/kernel.ts');
  const { kernel } = makeKernel();
  cases += 1;
  const id = `old-${process.pid}-${Date.now()}-${cases}`;
  const reference = {
    service: givenService(),
    serviceVersion: 1,
    days: givenDays(),
    calendarVersion: 1,
    draft: { revision: 1, answers: givenAnswers() },
    receiptNumber: `OLD-${cases}-${Date.now()}`,
    finders: [{ field: 'national-id', value: `k1:${id}` }],
    sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
  };
  const uploaded = (documentId: string) => ({
    ...{ type: 'record-upload', fileId: documentId, documentId, bytes: 100, mediaType: 'application/pdf' },
    ...{ objectVersion: 'v1', fileName: '掃描.pdf' },
  });
  const scanned = (fileId: string) => ({
    type: 'record-scan',
    fileId,
    scan: 'clean',
    sha256: 'a'.repeat(64),
  });
  const acts: readonly (readonly [Author, CaseCommand])[] = [
    [customer, { type: 'open-draft', hall: 'hall-1', language: 'zh-Hant' }],
    ...['identity', 'premises-lease'].flatMap((document) => [
      [customer, uploaded(document)] as const,
      [system, scanned(document)] as const,
    ]),
    [customer, { type: 'submit', revision: 1 }],
    [system, { type: 'record-check', points: 0, reasons: [], path: 'simple' }],
    [customer, { type: 'withdraw' }],
    [system, { type: 'tell-result' }],
    [system, { type: 'record-delivery', channel: 'mail', outcome: 'delivered' }],
    [system, { type: 'archive', manifestSha256: 'c'.repeat(64) }],
  ];
  // Before the case is filed, as the workflow does: who locks the papers comes once.
  await cloud.clients.s3.send(
    new (await import('@aws-sdk/client-s3')).PutObjectCommand({
      Bucket: cloud.output('ArchiveBucketName'),
      Key: `${papersOf(id)}manifest-${'c'.repeat(64)}.txt`,
      Body: 'version 1 …',
      ObjectLockLegalHoldStatus: 'ON',
    }),
  );
  for (const [n, [actor, command]] of acts.entries()) {
    const given = { id, command, actor, key: `old/${n}`, now: `2015-03-02T01:${10 + n}:00Z` };
    const answer = await giveCommand(kernel, caseDefinition, { ...given, reference: async () => reference });
    if (!answer.done) throw new Error(`${command.type}: ${JSON.stringify(answer.refusal)}`);
    const { state } = answer.record.version;
    if (state.status === 'archived' && destructionRefusal(state, new Date().toISOString()))
      throw new Error('The old case is not old enough');
  }
  return id;
}
