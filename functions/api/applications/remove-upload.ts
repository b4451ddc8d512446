import type { Applications } from '../../container/applications.ts';
import { refusedFields } from '../../http/answers.ts';
import { removeUpload } from '../../http/contract/applications.ts';
import { route } from '../../http/route.ts';
import { giveCaseCommand } from '../../use-cases/cases/give-case-command.ts';
import { identifyCustomer } from '../../use-cases/identity/identify-customer.ts';

export function removeUploadRoute(applications: Applications) {
  return route(removeUpload, async ({ params: { caseId, fileId }, now, language }, login) => {
    const customer = await identifyCustomer(applications, login, now);
    const command = { type: 'remove-file', fileId };
    const answer = await giveCaseCommand(applications, {
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
