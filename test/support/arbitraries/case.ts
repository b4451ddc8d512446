import * as fc from 'fast-check';
import { LIFECYCLE, ruleOf } from '../../../functions/domain/case/lifecycle.ts';
import type { CaseCommand, CurrentCase } from '../../../functions/domain/case/rule.ts';
import type { Author } from '../../../functions/domain/record/version.ts';
import { approver, customer, issuer, officer, reviewer, system } from '../given/case-story.ts';

const colleagues: readonly Author[] = [
  officer,
  reviewer,
  approver,
  issuer,
  { kind: 'staff', id: 'person-second-reviewer' },
  { kind: 'staff', id: 'person-substitute', onBehalfOf: reviewer.id },
  { kind: 'staff', id: 'person-other-substitute', onBehalfOf: officer.id },
];

/** One act: what it comes to depends on the case as it stands, so that stories get far. */
export interface Act {
  readonly choice: number;
  /** Any command of the table, wherever the case stands; else one that the status has. */
  readonly stray: boolean;
  readonly by: number;
  readonly pick: number;
  readonly well: boolean;
  readonly hours: number;
}

const seldom = (weight: number) =>
  fc.oneof({ weight, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

export const anyAct: fc.Arbitrary<Act> = fc.record({
  choice: fc.nat(1000),
  stray: seldom(8),
  by: fc.nat(20),
  pick: fc.nat(20),
  well: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  hours: fc.oneof({ weight: 25, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(24 * 40) }),
});

/** Commands that end a story early, or only add to it, are chosen less often. */
const RARE: readonly string[] = [
  'withdraw',
  'decline',
  'recuse',
  'reassign',
  'remove-file',
  'ask-for-file',
  'add-note',
  'record-failed-message',
  'place-hold',
  'lift-hold',
  'destroy',
];

export function commandOf({ choice, stray, pick }: Act, { state }: CurrentCase): string {
  const here = LIFECYCLE.filter(({ from }) => stray || from.includes(state.status)).map(
    ({ command }) => command,
  );
  // Outside these a file is only taken in the place of a lost one.
  const takesFiles = ['draft', 'awaiting-supplement', 'awaiting-correction'].includes(state.status);
  const usual = here.filter(
    (command) => pick === 0 || !(RARE.includes(command) || (command === 'record-upload' && !takesFiles)),
  );
  return usual[choice % usual.length] ?? 'add-note';
}

export function actorOf(command: string, { by }: Act, { state }: CurrentCase): Author {
  const giver = ruleOf(command)?.by;
  if (giver?.kind === 'customer') return customer;
  if (giver?.kind === 'system') return system;
  if (by > 14) return colleagues[by % colleagues.length] ?? officer;
  if (giver?.roles.includes('acceptance-officer')) return officer;
  if (giver?.roles.includes('approver')) return approver;
  const held = 'reviewer' in state ? state.reviewer?.personId : undefined;
  return giver?.roles.includes('reviewer') ? { kind: 'staff', id: held ?? reviewer.id } : issuer;
}

let files = 0;

/** A form that is well filled in for the case as it stands, as far as one can be. */
export function formOf(command: string, { pick, well }: Act, current: CurrentCase): CaseCommand {
  const { state } = current;
  const papers = ['identity', 'premises-lease'];
  const paper = papers[pick % 2] ?? 'identity';
  const file =
    state.files.find(({ scan }) => scan === 'checking') ??
    state.files[pick % Math.max(1, state.files.length)];
  const lines = ['complete', 'name', 'scope', 'premises'];
  const answered = 'findings' in state ? state.findings.map(({ lineId }) => lineId) : [];
  const line = lines.find((one) => !answered.includes(one)) ?? lines[pick % lines.length] ?? 'name';
  const flagged =
    'deficiencies' in state ? state.deficiencies.filter(({ about }) => about === 'question') : [];
  const answers = Object.fromEntries(flagged.map(({ target }) => [target, '小明百貨']));
  switch (command) {
    case 'record-upload': {
      files += 1;
      const facts = { bytes: 1000, mediaType: 'application/pdf', objectVersion: 'v1', fileName: '掃描.pdf' };
      return { type: command, fileId: `f${files}`, documentId: paper, ...facts };
    }
    case 'remove-file':
    case 'ask-for-file':
      return { type: command, fileId: file?.fileId ?? 'none' };
    case 'record-scan':
      return { type: command, fileId: file?.fileId ?? 'none', scan: well ? 'clean' : 'refused', sha256: 'a' };
    case 'submit':
      return { type: command, revision: 1 };
    case 're-index':
      return { type: command, finders: [{ field: 'national-id', value: `k2:${pick}` }] };
    case 'record-check':
      return { type: command, points: 0, reasons: [], path: pick % 4 === 0 ? 'enhanced' : 'simple' };
    case 'judge-document':
      return well
        ? { type: command, documentId: paper, verdict: 'ok' }
        : { type: command, documentId: paper, verdict: 'wrong', reason: 'not-signed' };
    case 'judge-answer':
      return { type: command, questionId: 'businessName', inOrder: well, reason: 'unclear' };
    case 'confirm-identity':
      return { type: command, originalSeen: true };
    case 'send-notice':
      return { type: command, ...(well && { secondNoticeReason: 'law-changed' }) };
    case 'supplement':
    case 'correct':
      return { type: command, answers };
    case 'decline': {
      const facts = { article: '條例第五條', competentAuthority: '省局', text: '該事項屬省局管轄。' };
      return { type: command, ground: 'not-our-authority', ...facts };
    }
    case 'assign':
      return { type: command, personId: colleagues[pick % 5]?.id ?? reviewer.id, why: [] };
    case 'reassign':
      return { type: command, reason: 'leave' };
    case 'recuse':
      return { type: command, relation: 'family' };
    case 'answer-review-line':
      return { type: command, lineId: line, finding: well ? 'met' : 'not-met', evidence: '見附件' };
    case 'sign-opinion':
      return { type: command, opinion: '符合規定', reauthenticated: true };
    case 'return':
      return {
        type: command,
        failedLines: lines.map((lineId) => ({ lineId, reason: '名稱違規', cure: '改名' })),
      };
    case 'answer-reviewer':
    case 'add-note':
      return { type: command, text: '已核對' };
    case 'request-correction':
      return {
        type: command,
        items: [
          pick % 2
            ? { about: 'question', target: 'businessName', text: '請改名' }
            : { about: 'document', target: paper, text: '請重交' },
        ],
      };
    case 'decide':
      return well
        ? { type: command, outcome: 'granted' }
        : { type: command, outcome: 'refused', ground: '場所證明無效', article: '條例第十一條' };
    case 'record-certificate':
      return { type: command, certificateId: 'cert-1', number: 'GT2026000001', sha256: 'b' };
    case 'hold-certificate':
      return { type: command, why: 'glyph-missing' };
    case 'record-delivery':
      return { type: command, channel: pick % 2 ? 'mail' : 'sms', outcome: well ? 'delivered' : 'failed' };
    case 'record-failed-message':
      return { type: command, message: 'receipt', channel: 'mail' };
    case 'record-call':
      return { type: command, reached: well ? 'reached' : 'no-answer' };
    case 'collect':
      return { type: command, collector: 'applicant' };
    case 'mail':
      return { type: command, postingNumber: 'EMS-1234' };
    case 'archive':
      return { type: command, manifestSha256: 'c' };
    case 'place-hold':
      return { type: command, reason: 'lawsuit', text: '行政訴訟' };
    case 'lift-hold':
      return { type: command, text: '訴訟終結' };
    case 'destroy':
      return { type: command, listId: 'list-1' };
    default:
      return { type: command };
  }
}
