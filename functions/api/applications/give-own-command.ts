import { refusedFields } from '../../http/answers.ts';
import { giveOwnCommand } from '../../http/contract/applications.ts';
import { route } from '../../http/route.ts';
import { giveCaseCommand } from '../../use-cases/cases/give-case-command.ts';
import { submissionReference } from '../../use-cases/cases/submission.ts';
import { identifyCustomer } from '../../use-cases/identity/identify-customer.ts';
import type { Applications } from './routes.ts';

/** What a file is and that it came is not for the customer to say: it is confirmed by its own route. */
const ELSEWHERE: ReadonlySet<string> = new Set(['record-upload']);

/** The customer's commands on a case: what each needs is in the lifecycle's own row. */
export function giveOwnCommandRoute(applications: Applications) {
  return route(
    giveOwnCommand,
    async ({ params: { caseId, command }, body, now, language, idempotencyKey }, login) => {
      if (ELSEWHERE.has(command)) return { refusal: { kind: 'unknown-command' } };
      const customer = await identifyCustomer(applications, login, now);
      const { seenVersion, ...form } = body;
      const answer = await giveCaseCommand(applications, {
        caseId,
        command: { ...form, type: command },
        ...customer,
        key: idempotencyKey,
        seenVersion,
        now,
        ...(command === 'submit' && {
          more: (current, key) => submissionReference(applications, current, key, now),
        }),
      });
      if (!answer.done) return refusedFields(answer.refusal, language);
      return { answer: { version: answer.record.version.version } };
    },
  );
}
