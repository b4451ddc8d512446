import { hash } from 'node:crypto';
import type { Archive } from '../../../functions/ports/archive.ts';
import type { CertificatePrinter } from '../../../functions/ports/certificate-printer.ts';
import type { Colleagues } from '../../../functions/ports/colleagues.ts';
import type { Signer } from '../../../functions/ports/proof.ts';
import type { WorkflowEngine } from '../../../functions/ports/workflow.ts';
import { askStage } from '../../../functions/use-cases/workflow/ask-stage.ts';
import { assignReviewer } from '../../../functions/use-cases/workflow/assign-reviewer.ts';
import type { CaseTasks } from '../../../functions/use-cases/workflow/case-task.ts';
import { checkApplication } from '../../../functions/use-cases/workflow/check-application.ts';
import { type Filing, fileRecord } from '../../../functions/use-cases/workflow/file-record.ts';
import { makeCertificate, type Printing } from '../../../functions/use-cases/workflow/make-certificate.ts';
import { openStep } from '../../../functions/use-cases/workflow/open-step.ts';
import { sendResult } from '../../../functions/use-cases/workflow/send-result.ts';
import { type Waiting, waitForPerson } from '../../../functions/use-cases/workflow/wait-for-person.ts';
import type { Tasks } from './machine.ts';

type Given = CaseTasks &
  Omit<Waiting, 'engine'> & {
    readonly colleagues: Colleagues;
    readonly printer: CertificatePrinter;
    readonly archive: Archive;
    readonly copies: Printing['copies'];
    readonly documents: Filing['documents'];
    readonly signer: Signer;
  };

/** The tasks, by the folders of functions/workflow. */
export function makeTasks(given: Given, engine: () => WorkflowEngine, now: () => string): Tasks {
  const lists = { find: async () => ({ records: [] }) };
  const portalUrl = 'https://banli.example.org';
  const verificationCode = async (caseId: string, visit: number) => `code-${caseId}-${visit}`;
  const printing = { ...given, portalUrl, verificationCode };
  const filing = { ...given, sha256: (bytes: string | Uint8Array) => hash('sha256', bytes) };
  const waiting = () => ({ ...given, engine: engine() });
  return {
    'ask-stage': (task: Parameters<typeof askStage>[1]) => askStage(waiting(), task, now()),
    'check-application': (task: Parameters<typeof checkApplication>[1]) =>
      checkApplication({ ...given, lists }, task, now()),
    'assign-reviewer': (task: Parameters<typeof assignReviewer>[1]) => assignReviewer(given, task, now()),
    'open-step': (task: Parameters<typeof openStep>[1]) => openStep(waiting(), task, now()),
    'make-certificate': (task: Parameters<typeof makeCertificate>[1]) =>
      makeCertificate(printing, task, now()),
    'send-result': (task: Parameters<typeof sendResult>[1]) => sendResult(waiting(), task, now()),
    'file-record': (task: Parameters<typeof fileRecord>[1]) => fileRecord(filing, task, now()),
    'wait-for-person': (task: Parameters<typeof waitForPerson>[1]) => waitForPerson(waiting(), task, now()),
  };
}
