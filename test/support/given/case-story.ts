import type { CaseState } from '../../../functions/domain/case/state.ts';
import type { Answers } from '../../../functions/domain/catalogue/answers.ts';
import { givenAnswers } from './answers.ts';
import {
  approver,
  type CaseStory,
  customer,
  issuer,
  makeCaseStory,
  officer,
  reviewer,
  system,
} from './case-in-memory.ts';

export { approver, type CaseStory, customer, issuer, makeCaseStory, officer, reviewer, system };

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

type RiskPath = 'simple' | 'normal' | 'enhanced';

const told = new Map<CaseState['status'], Promise<CaseStory>>();

/** Brings a story to a status, by the shortest way its people would take; one told before is gone on with in a copy. */
export async function bringTo(
  status: CaseState['status'],
  story?: CaseStory,
  answers: Answers = givenAnswers(),
  path: RiskPath = 'simple',
): Promise<CaseStory> {
  if (story !== undefined) return tell(status, story, answers, path);
  const before = told.get(status) ?? tell(status, makeCaseStory(), givenAnswers(), 'simple');
  told.set(status, before);
  return makeCaseStory({}, await before);
}

async function tell(
  status: CaseState['status'],
  story: CaseStory,
  answers: Answers,
  path: RiskPath,
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
      await story.done(system, { type: 'record-check', points: 0, reasons: [], path });
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
