import { acceptApplication } from './commands/accept.ts';
import { addNote } from './commands/add-note.ts';
import { answerReviewLine } from './commands/answer-review-line.ts';
import { answerReviewer } from './commands/answer-reviewer.ts';
import { archive } from './commands/archive.ts';
import { askForFile } from './commands/ask-for-file.ts';
import { assign } from './commands/assign.ts';
import { collect } from './commands/collect.ts';
import { completeStep } from './commands/complete-step.ts';
import { confirmIdentity } from './commands/confirm-identity.ts';
import { correct } from './commands/correct.ts';
import { decide } from './commands/decide.ts';
import { decline } from './commands/decline.ts';
import { destroy } from './commands/destroy.ts';
import { liftHold, placeHold } from './commands/hold.ts';
import { holdCertificate } from './commands/hold-certificate.ts';
import { judgeAnswer } from './commands/judge-answer.ts';
import { judgeDocument } from './commands/judge-document.ts';
import { mailCertificate } from './commands/mail-certificate.ts';
import { makeAgain } from './commands/make-again.ts';
import { openStep } from './commands/open-step.ts';
import { reIndex } from './commands/re-index.ts';
import { reassign } from './commands/reassign.ts';
import { recompute } from './commands/recompute.ts';
import { recordCall } from './commands/record-call.ts';
import { recordCertificate } from './commands/record-certificate.ts';
import { recordCheck } from './commands/record-check.ts';
import { recordDelivery } from './commands/record-delivery.ts';
import { recordFailedMessage } from './commands/record-failed-message.ts';
import { recordScan } from './commands/record-scan.ts';
import { recordUpload } from './commands/record-upload.ts';
import { recuse } from './commands/recuse.ts';
import { removeFile } from './commands/remove-file.ts';
import { requestCorrection } from './commands/request-correction.ts';
import { returnToIntake } from './commands/return-to-intake.ts';
import { sendNotice } from './commands/send-notice.ts';
import { signOpinion } from './commands/sign-opinion.ts';
import { submit } from './commands/submit.ts';
import { supplement } from './commands/supplement.ts';
import { tellResult } from './commands/tell-result.ts';
import { withdraw } from './commands/withdraw.ts';
import type { AnyCommandRule } from './rule.ts';

/**
 * The lifecycle of a case: one row a command. From this table come what may be judged, the buttons the portal shows,
 * the rows of the permission matrix, and the diagram in docs/lifecycle.md.
 */
export const LIFECYCLE: readonly AnyCommandRule[] = [
  recordUpload,
  removeFile,
  recordScan,
  askForFile,
  submit,
  recordCheck,
  judgeDocument,
  judgeAnswer,
  confirmIdentity,
  sendNotice,
  supplement,
  acceptApplication,
  decline,
  withdraw,
  assign,
  reassign,
  recuse,
  answerReviewLine,
  signOpinion,
  returnToIntake,
  answerReviewer,
  requestCorrection,
  correct,
  openStep,
  decide,
  completeStep,
  recordCertificate,
  holdCertificate,
  makeAgain,
  tellResult,
  recordDelivery,
  recordFailedMessage,
  recordCall,
  collect,
  mailCertificate,
  archive,
  placeHold,
  liftHold,
  destroy,
  recompute,
  reIndex,
  addNote,
];

export function ruleOf(command: string): AnyCommandRule | undefined {
  return LIFECYCLE.find((rule) => rule.command === command);
}
