import { isExpired } from '../../domain/case/draft-expiry.ts';
import { NOT_FOUND } from '../../http/answers.ts';
import { readOwnCase } from '../../http/contract/applications.ts';
import { route } from '../../http/route.ts';
import { openCase } from '../../use-cases/cases/case-access.ts';
import { explainView } from '../../use-cases/cases/explain-view.ts';
import { ownCaseView } from '../../use-cases/cases/own-case-view.ts';
import { openDraftCopy } from '../../use-cases/cases/submission.ts';
import { identifyCustomer } from '../../use-cases/identity/identify-customer.ts';
import type { Applications } from './routes.ts';

export function readOwnCaseRoute(applications: Applications) {
  return route(readOwnCase, async ({ params: { caseId }, now, language }, login) => {
    const customer = await identifyCustomer(applications, login, now);
    const opened = await openCase(applications, caseId, customer, 'own-case', now);
    if (opened === undefined) return NOT_FOUND;
    const { current, reference, key } = opened;
    const isOpen = current.state.status === 'draft' && !isExpired(current.state);
    const draft = isOpen ? await openDraftCopy(applications.drafts, caseId, key) : undefined;
    const { contentChecked } = applications;
    const view = ownCaseView(opened, { language, now, contentChecked, ...(draft && { draft }) });
    return { answer: { ...view, commands: explainView(current, reference, customer, now, language) } };
  });
}
