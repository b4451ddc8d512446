import { readMe } from '../../http/contract/applications.ts';
import { route } from '../../http/route.ts';
import { assuranceOf } from '../../use-cases/cases/submission.ts';
import { identifyCustomer } from '../../use-cases/identity/identify-customer.ts';
import type { Applications } from './routes.ts';

export function readMeRoute(applications: Applications) {
  return route(readMe, async ({ now, language }, login) => {
    const { personId } = await identifyCustomer(applications, login, now);
    const assurance = await assuranceOf(applications.store, personId);
    return { answer: { personId, contacts: [], assurance, language } };
  });
}
