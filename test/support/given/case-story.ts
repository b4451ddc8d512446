import { hash } from 'node:crypto';
import { type CaseCommand, caseDefinition } from '../../../functions/domain/case/case.ts';
import type { CaseReference } from '../../../functions/domain/case/rule.ts';
import type { CaseState } from '../../../functions/domain/case/state.ts';
import type { Answers } from '../../../functions/domain/catalogue/answers.ts';
import type { Author } from '../../../functions/domain/record/version.ts';
import { giveCommand } from '../../../functions/use-cases/record/give-command.ts';
import { loadRecord } from '../../../functions/use-cases/record/load-record.ts';
import { makeTestKernel } from '../kernel.ts';
import { givenAnswers } from './answers.ts';
import { givenDays } from './calendar.ts';
import { givenService } from './service.ts';

export const customer: Author = { kind: 'customer', id: 'person-customer' };
export const officer: Author = { kind: 'staff', id: 'person-officer' };
export const reviewer: Author = { kind: 'staff', id: 'person-reviewer' };
export const approver: Author = { kind: 'staff', id: 'person-approver' };
export const issuer: Author = { kind: 'staff', id: 'person-issuer' };
export const system: Author = { kind: 'system', id: 'test' };

/** A case in memory that commands can be given to, as the kernel gives them. */
export function makeCaseStory(overrides: Partial<CaseReference> = {}) {
  const bench = makeTestKernel();
  const reference: CaseReference = {
    service: givenService(),
    serviceVersion: 1,
    days: givenDays(),
    calendarVersion: 1,
    draft: { revision: 1, answers: givenAnswers() },
    receiptNumber: 'BL26030222222222X',
    finders: [],
    sha256: (text) => hash('sha256', text),
    ...overrides,
  };
  let now = '2026-03-02T01:00:00Z';
  let keys = 0;
  const give = async (actor: Author, command: CaseCommand, more: Partial<CaseReference> = {}) => {
    keys += 1;
    return giveCommand(bench.kernel, caseDefinition, {
      id: 'c1',
      command,
      actor,
      key: `key-${keys}`,
      now,
      reference: async () => ({ ...reference, ...more }),
    });
  };
  return {
    ...bench,
    reference,
    give,
    /** Gives a command that must be accepted. */
    async done(actor: Author, command: CaseCommand, more: Partial<CaseReference> = {}) {
      const answer = await give(actor, command, more);
      if (!answer.done) throw new Error(`${command.type} was refused: ${JSON.stringify(answer.refusal)}`);
      return answer.record.version;
    },
    /** The kind of the refusal, or "accepted". */
    async refusal(actor: Author, command: CaseCommand, more: Partial<CaseReference> = {}) {
      const answer = await give(actor, command, more);
      return answer.done ? 'accepted' : answer.refusal.kind;
    },
    at(instant: string) {
      now = instant;
    },
    async current() {
      const loaded = await loadRecord(bench.kernel, caseDefinition, 'c1');
      if (loaded === undefined) throw new Error('The case is not there');
      return loaded.version;
    },
    now: () => now,
  };
}

export type CaseStory = ReturnType<typeof makeCaseStory>;

let files = 0;

export async function upload(
  story: CaseStory,
  documentId: string,
  scan: 'clean' | 'refused' = 'clean',
): Promise<void> {
  files += 1;
  const fileId = `file-${files}`;
  const mediaType = 'application/pdf';
  await story.done(customer, {
    type: 'record-upload',
    fileId,
    documentId,
    fileName: '掃描.pdf',
    bytes: 1000,
    mediaType,
    objectVersion: 'v1',
  });
  await story.done(system, {
    type: 'record-scan',
    fileId,
    scan,
    ...(scan === 'clean' && { sha256: 'a'.repeat(64) }),
  });
}

/** Brings a story to a status, by the shortest way its people would take. */
export async function bringTo(
  status: CaseState['status'],
  story = makeCaseStory(),
  answers: Answers = givenAnswers(),
): Promise<CaseStory> {
  const until = async () =>
    story.store.records.has('case/c1') ? (await story.current()).state.status === status : false;
  const draft = { draft: { revision: 1, answers } };
  const steps: (() => Promise<unknown>)[] = [
    () => story.done(customer, { type: 'open-draft', hall: 'hall-1', language: 'zh-Hant' }),
    async () => {
      await upload(story, 'identity');
      if (status !== 'awaiting-supplement') await upload(story, 'premises-lease');
      await story.done(customer, { type: 'submit', revision: 1 }, draft);
      await story.done(system, { type: 'record-check', points: 0, reasons: [], path: 'simple' });
    },
    async () => {
      if (status === 'awaiting-supplement') {
        await story.done(officer, { type: 'judge-document', documentId: 'identity', verdict: 'ok' });
        await story.done(officer, {
          type: 'judge-document',
          documentId: 'premises-lease',
          verdict: 'missing',
          reason: 'not-handed-in',
        });
        await story.done(officer, { type: 'send-notice' });
        return;
      }
      await story.done(officer, { type: 'judge-document', documentId: 'identity', verdict: 'ok' });
      await story.done(officer, { type: 'judge-document', documentId: 'premises-lease', verdict: 'ok' });
      await story.done(officer, { type: 'confirm-identity', originalSeen: true });
      await story.done(officer, { type: 'accept' });
      await story.done(system, { type: 'assign', personId: reviewer.id, why: ['only one'] });
    },
    async () => {
      if (status !== 'returned' && status !== 'awaiting-correction') return;
      await story.done(reviewer, {
        type: 'return',
        failedLines: [{ lineId: 'name', reason: '名稱違規', cure: '改名' }],
      });
    },
    async () => {
      if (status !== 'awaiting-correction') return;
      await story.done(officer, {
        type: 'request-correction',
        items: [{ about: 'question', target: 'businessName', text: '請改名' }],
      });
    },
    async () => {
      for (const { id } of story.reference.service.reviewChecklist) {
        await story.done(reviewer, { type: 'answer-review-line', lineId: id, finding: 'met' });
      }
      await story.done(reviewer, { type: 'sign-opinion', opinion: '符合規定', reauthenticated: true });
    },
    async () => {
      await story.done(system, { type: 'open-step' });
      await story.done(approver, { type: 'decide', outcome: 'granted' });
      await story.done(system, { type: 'open-step' });
      await story.done(system, {
        type: 'record-certificate',
        certificateId: 'cert-1',
        number: 'GT2026000001',
        sha256: 'b'.repeat(64),
      });
      await story.done(issuer, { type: 'complete-step' });
      await story.done(system, { type: 'open-step' });
      await story.done(issuer, { type: 'complete-step' });
    },
    async () => {
      await story.done(system, { type: 'tell-result' });
      await story.done(system, { type: 'record-delivery', channel: 'mail', outcome: 'delivered' });
    },
    () => story.done(issuer, { type: 'collect', collector: 'applicant' }),
    () => story.done(system, { type: 'archive', manifestSha256: 'c'.repeat(64) }),
  ];
  for (const step of steps) {
    if (await until()) return story;
    await step();
  }
  if (!(await until())) throw new Error(`The story never reaches ${status}`);
  return story;
}
