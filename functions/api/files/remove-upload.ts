import { refusedFields } from '../../http/answers.ts';
import { removeUpload } from '../../http/contract/files.ts';
import { route } from '../../http/route.ts';
import { giveCaseCommand } from '../../use-cases/cases/give-case-command.ts';
import { identifyCustomer } from '../../use-cases/identity/identify-customer.ts';
import type { Files } from './routes.ts';

export function removeUploadRoute(files: Files) {
  return route(removeUpload, async ({ params: { caseId, fileId }, now, language }, login) => {
    const customer = await identifyCustomer(files, login, now);
    const command = { type: 'remove-file', fileId };
    const answer = await giveCaseCommand(files, {
      caseId,
      command,
      ...customer,
      key: `remove/${fileId}`,
      now,
    });
    if (!answer.done) return refusedFields(answer.refusal, language);
    return { answer: { version: answer.record.version.version } };
  });
}
