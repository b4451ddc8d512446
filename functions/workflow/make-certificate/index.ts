import { join } from 'node:path';
import { TypstCertificatePrinter } from '../../adapters/typst/typst-certificate-printer.ts';
import { configured } from '../../config.ts';
import { makeArchive, makeDocuments } from '../../container/files.ts';
import { makeBlindIndex } from '../../container/kernel.ts';
import { makeSigner } from '../../container/proof.ts';
import { makeTasks } from '../../container/tasks.ts';
import { makeCertificate } from '../../use-cases/workflow/make-certificate.ts';
import { handleTask, taskInput } from '../handle-task.ts';

const tasks = makeTasks();
const blindIndex = makeBlindIndex(tasks.kms);
const printing = {
  ...tasks,
  printer: new TypstCertificatePrinter({ fontDirectory: join(import.meta.dirname, 'fonts') }),
  archive: makeArchive(),
  copies: makeDocuments(),
  signer: makeSigner(),
  portalUrl: configured('portalUrl'),
  verificationCode: async (caseId: string, visit: number) =>
    (await blindIndex.claimMac('verification-code', `${caseId}/${visit}`)).slice(0, 22),
};

export const handler = handleTask('make-certificate', taskInput, (task, now) =>
  makeCertificate(printing, task, now),
);
