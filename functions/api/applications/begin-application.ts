import { caseDefinition } from '../../domain/case/case.ts';
import { NOT_FOUND } from '../../http/answers.ts';
import { beginApplication } from '../../http/contract/applications.ts';
import { route } from '../../http/route.ts';
import { identifyCustomer } from '../../use-cases/identity/identify-customer.ts';
import { giveCommand } from '../../use-cases/record/give-command.ts';
import type { Applications } from './routes.ts';

/** Opens a draft. Its id is a keyed MAC of person and key: the same click twice opens the same draft. [3.2.1] */
export function beginApplicationRoute(applications: Applications) {
  return route(beginApplication, async ({ body: { serviceId }, idempotencyKey, now, language }, login) => {
    const { personId, actor } = await identifyCustomer(applications, login, now);
    const inForce = await applications.references.serviceInForce(serviceId);
    if (inForce === undefined) return NOT_FOUND;
    const { service, version } = inForce;
    const caseId = (await applications.blindIndex.claimMac('case', `${personId}|${idempotencyKey}`)).slice(
      0,
      26,
    );
    const state = { service: { id: service.id, version } };
    const answer = await giveCommand(applications.kernel, caseDefinition, {
      id: caseId,
      command: { type: 'open-draft', hall: applications.hall, language },
      actor,
      key: idempotencyKey,
      now,
      reference: (current) => applications.references.forCommand(current?.state ?? state),
    });
    if (!answer.done) return { refusal: answer.refusal };
    return { answer: { caseId, version: answer.record.version.version } };
  });
}
